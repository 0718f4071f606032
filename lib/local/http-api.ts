import type { KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Authorizer, authorize } from './authorizer.ts';
import type { FunctionPool } from './function-pool.ts';
import { gatewayAnswer, type HttpAnswer, readAnswer } from './http-answer.ts';
import { splitUrl, toHttpEvent } from './http-event.ts';
import { matchRoute, type Route, type RouteMatch } from './http-routes.ts';

/** The HTTP API of the stack. */
export interface HttpApiParts {
  routes: Route[];
  authorizers: ReadonlyMap<string, Authorizer>;
  /** Verifies the tokens of the local sign-in. */
  publicKey: KeyObject;
  pool: FunctionPool;
}

const BODY_LIMIT = 10 * 1024 * 1024;
const HEADER_LIMIT = 10_240;
const ANSWER_LIMIT_MS = 30_000;

const unauthorized = gatewayAnswer(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });

/**
 * Answers a request as API Gateway's HTTP API does, limits and its own error bodies included.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export async function answerRequest(parts: HttpApiParts, request: IncomingMessage): Promise<HttpAnswer> {
  const { pathname } = splitUrl(request.url);
  if (headerBytes(request) > HEADER_LIMIT) return gatewayAnswer(431, 'Request Header Fields Too Large');
  const match = matchRoute(parts.routes, request.method ?? 'GET', pathname);
  if (!match) return gatewayAnswer(404, 'Not Found');

  const admission = await admit(parts, match, request);
  if ('status' in admission) return admission;

  const body = await readLimited(request);
  if (!body) return gatewayAnswer(413, 'Request Entity Too Large', { connection: 'close' });
  return invoke(parts, match, toHttpEvent(request, { match, body, claims: admission.claims }));
}

type Admission = { claims: Record<string, string> | undefined };

async function admit(
  { authorizers, publicKey }: HttpApiParts,
  { route }: RouteMatch,
  request: IncomingMessage,
): Promise<Admission | HttpAnswer> {
  if (route.authorizer === undefined) return { claims: undefined };
  const authorizer = authorizers.get(route.authorizer);
  const claims = authorizer && (await authorize(authorizer, publicKey, request.headers.authorization));
  if (!claims) return unauthorized;
  const held = (claims.scope ?? '').split(' ');
  const allowed = route.scopes.length === 0 || route.scopes.some((scope) => held.includes(scope));
  return allowed ? { claims } : gatewayAnswer(403, 'Forbidden');
}

async function invoke({ pool }: HttpApiParts, { route }: RouteMatch, event: unknown): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HttpAnswer>((resolve) => {
    timer = setTimeout(() => resolve(gatewayAnswer(503, 'Service Unavailable')), ANSWER_LIMIT_MS);
  });
  const failed = gatewayAnswer(500, 'Internal Server Error');
  const answer = pool.invoke(route.functionArn, event).then(
    (value) => readAnswer(value) ?? failed,
    () => failed,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function headerBytes({ method = '', url = '', rawHeaders }: IncomingMessage): number {
  return rawHeaders.reduce(
    (sum, text) => sum + Buffer.byteLength(text) + 2,
    method.length + Buffer.byteLength(url),
  );
}

/** The body; undefined when it is larger than API Gateway takes. */
async function readLimited(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
