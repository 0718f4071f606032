import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallLog } from '../calls.ts';
import type { Faults } from '../faults.ts';
import { decodeBody, readBody } from '../http-body.ts';
import type { Fault } from '../simulator.ts';
import type { Authentication, Caller } from './authentication.ts';
import { mediaRoutes } from './media-endpoints.ts';
import { messageRoutes } from './message-endpoints.ts';
import type { Platform } from './platform.ts';
import { postRoutes } from './post-endpoints.ts';
import {
  type Answer,
  faultAnswer,
  invalidRequest,
  noSuchPath,
  Problem,
  tooManyRequests,
  unauthorized,
  unsupportedAuthentication,
} from './problems.ts';
import type { RateLimits } from './rate-limits.ts';
import { type Call, findRoute, type Route } from './route.ts';
import { subscriptionRoutes } from './subscription-endpoints.ts';
import { userRoutes } from './user-endpoints.ts';
import { checkQuery } from './validation.ts';
import { webhookRoutes } from './webhook-endpoints.ts';

const routes: readonly Route[] = [
  ...postRoutes,
  ...userRoutes,
  ...messageRoutes,
  ...mediaRoutes,
  ...webhookRoutes,
  ...subscriptionRoutes,
];

export interface ApiParts {
  platform: Platform;
  authentication: Authentication;
  limits: RateLimits;
  faults: Faults;
  calls: CallLog;
}

/** One request with its body read. */
interface Received {
  request: IncomingMessage;
  url: URL;
  method: string;
  raw: Buffer;
  contentType: string;
}

/** Answers one call of the API and writes it down, with the faults that were ordered for it. */
export async function serveApi(
  parts: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = new Date(parts.platform.world.now()).toISOString();
  const contentType = request.headers['content-type'] ?? '';
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const raw = await readBody(request);
  const method = request.method ?? 'GET';
  const fault = parts.faults.next();
  if (fault?.kind === 'latency') await wait(fault.value ?? 0);
  const answer = await answerTo(parts, { request, url, method, raw, contentType }, fault);
  const cut = fault?.kind === 'cut';
  const path = `${url.pathname}${url.search}`;
  parts.calls.record({
    at,
    method,
    path,
    body: decodeBody(raw, contentType),
    status: cut ? 0 : answer.status,
  });
  if (cut) request.socket.destroy();
  else send(response, answer);
}

async function answerTo(parts: ApiParts, received: Received, fault: Fault | undefined): Promise<Answer> {
  const { url, method } = received;
  if (url.pathname === '/oauth2/token')
    return fault ? (orderedFault(fault) ?? appToken(parts, received)) : appToken(parts, received);
  const found = findRoute(routes, method, url.pathname);
  if (!found || found === 'method')
    return (fault && orderedFault(fault)) ?? { ...noSuchPath, status: found ? 405 : 404 };
  const caller = parts.authentication.caller(received.request, url, received.raw);
  const name = caller?.kind === 'user' ? caller.accountId : undefined;
  const { allowed, headers } = parts.limits.take(found.route.endpoint, caller ? name : 'nobody');
  const ordered = fault && orderedFault(fault);
  const answer = ordered ?? (await judged(parts, received, { ...found, caller, allowed }));
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** The error that a fault asks for; undefined for faults that leave the answer as it is. */
function orderedFault(fault: Fault): Answer | undefined {
  return fault.kind === 'status' || fault.kind === 'code' ? faultAnswer(fault.value ?? 503) : undefined;
}

async function judged(
  parts: ApiParts,
  received: Received,
  found: { route: Route; params: Record<string, string>; caller: Caller | undefined; allowed: boolean },
): Promise<Answer> {
  const { route, params, caller, allowed } = found;
  if (!caller) return unauthorized;
  if (!allowed) return tooManyRequests;
  if (route.auth === 'user' && caller.kind === 'app') {
    return unsupportedAuthentication(
      'OAuth 2.0 Application-Only',
      'OAuth 1.0a User Context, OAuth 2.0 User Context',
    );
  }
  if (route.auth === 'app' && caller.kind === 'user') {
    return unsupportedAuthentication('OAuth 1.0a User Context', 'OAuth 2.0 Application-Only');
  }
  const { raw, contentType, url } = received;
  const accountId = caller.kind === 'user' ? caller.accountId : '';
  const body = decodeBody(raw, contentType);
  const call: Call = {
    platform: parts.platform,
    caller,
    accountId,
    params,
    query: url.searchParams,
    body,
    raw,
    contentType,
  };
  return handled(route, call);
}

async function handled(route: Route, call: Call): Promise<Answer> {
  try {
    checkQuery(call.query, route.query ?? []);
    return await route.handle(call);
  } catch (error) {
    if (error instanceof Problem) return error.answer;
    console.error('The simulated X failed on', route.endpoint, error);
    return faultAnswer(500);
  }
}

/** The bearer token of the app for its key and secret, as OAuth 2.0 client credentials. */
function appToken(parts: ApiParts, { request, method, raw }: Received): Answer {
  const form = new URLSearchParams(raw.toString('utf8'));
  if (method !== 'POST') return { ...noSuchPath, status: 405 };
  if (form.get('grant_type') !== 'client_credentials') {
    return invalidRequest({
      name: 'grant_type',
      value: form.get('grant_type') ?? '',
      message: 'Must be client_credentials.',
    });
  }
  const token = parts.authentication.appToken(request.headers.authorization ?? '');
  if (!token) return faultAnswer(403);
  return { status: 200, body: { token_type: 'bearer', access_token: token } };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
