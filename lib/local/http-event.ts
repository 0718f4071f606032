import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './http-routes.ts';
import { accountId } from './intrinsics.ts';

/** What the event needs beside the request. */
export interface EventParts {
  match: RouteMatch;
  body: Buffer;
  /** Claims of the caller's token; undefined on a route without authorizer. */
  claims: Record<string, string> | undefined;
}

/** Content types that API Gateway hands over as text; all others come in base64. */
const textual = /^(text\/|application\/(json|javascript|xml)\b|application\/[^;]+\+(json|xml)\b)/i;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The event of a request in payload format 2.0.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toHttpEvent(request: IncomingMessage, { match, body, claims }: EventParts) {
  const { pathname, search } = splitUrl(request.url);
  const { cookie, ...headers } = request.headersDistinct;
  const cookies = (cookie ?? []).flatMap((line) => line.split(';')).map((each) => each.trim());
  const isText = textual.test(request.headers['content-type'] ?? 'text/plain');
  const host = request.headers.host ?? '';
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: pathname,
    rawQueryString: search,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values?.join(',')])),
      'x-forwarded-for': request.socket.remoteAddress ?? '',
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(search === '' ? {} : { queryStringParameters: joined(new URLSearchParams(search)) }),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    requestContext: {
      accountId,
      apiId: 'local',
      ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
      domainName: host,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: '$default',
      ...timeOf(new Date()),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Path and query of a request target, both as they were sent; the query without its question mark. */
export function splitUrl(url = '/'): { pathname: string; search: string } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { pathname: url, search: '' }
    : { pathname: url.slice(0, mark), search: url.slice(mark + 1) };
}

/** Several values of one name are joined by commas. */
function joined(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** `time` is in the common log format. */
function timeOf(now: Date) {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${two(now.getUTCDate())}/${months[now.getUTCMonth()]}/${now.getUTCFullYear()}`;
  const time = `${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())}`;
  return { time: `${date}:${time} +0000`, timeEpoch: now.getTime() };
}
