import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLog } from '../calls.ts';
import type { Faults } from '../faults.ts';
import { decodeBody, readBody } from '../http-body.ts';
import type { Fault } from '../simulator.ts';
import { errorWithCode, GraphError, graphError, objectGone, unknownPath } from './errors.ts';
import { publishDuePosts } from './feed-actions.ts';
import { dispatch } from './graph-routes.ts';
import { mergeParams } from './params.ts';
import { encodeBody } from './signature.ts';
import { subscribeApp } from './subscriptions.ts';
import { authenticate } from './tokens.ts';
import { createUsage, type Usage } from './usage.ts';
import { APP_ID, type World } from './world.ts';

/** What a call came to. `told` resolves when the desk has heard of it, which usually is before the answer. */
interface Outcome {
  status: number;
  body: Buffer;
  contentType: string;
  headers: Record<string, string>;
  told?: Promise<void>;
}

const NEWEST = 26;
const OLDEST = 24;

/** Answers Graph API requests: every one is logged, and may meet a fault. Never rejects. */
export function createGraphApi(world: World, calls: CallLog, faults: Faults) {
  const usage = createUsage(world.now);
  return async function answerGraphCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const at = new Date(world.now()).toISOString();
      const body = decodeBody(await readBody(request), request.headers['content-type']);
      const fault = faults.next();
      if (fault?.kind === 'latency') await sleep(fault.value ?? 0);
      const outcome = spoiled(fault) ?? (await attempt(world, usage, request, body));
      const isCut = fault?.kind === 'cut';
      const { method = 'GET', url: path = '/' } = request;
      calls.record({ at, method, path, body, status: isCut ? 0 : outcome.status });
      await outcome.told;
      if (isCut) response.destroy();
      else send(response, outcome);
    } catch {
      // The caller went away, or the simulator is being closed: nobody is left to answer.
      response.destroy();
    }
  };
}

/** The answer of a fault that does no work. */
function spoiled(fault: Fault | undefined): Outcome | undefined {
  if (fault?.kind === 'code') return errorOutcome(errorWithCode(fault.value ?? 2));
  if (fault?.kind !== 'status') return undefined;
  // Whatever stands before Graph answers in HTML.
  const body = Buffer.from('<!doctype html><title>Error</title><p>Sorry, something went wrong.');
  return { status: fault.value ?? 503, body, contentType: 'text/html; charset=utf-8', headers: {} };
}

async function attempt(
  world: World,
  usage: Usage,
  request: IncomingMessage,
  body: unknown,
): Promise<Outcome> {
  const headers: Record<string, string> = {};
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://graph');
    const params = mergeParams(searchParams, body);
    const [id, edge = ''] = splitPath(pathname);
    const method = request.method ?? 'GET';
    if (id === String(APP_ID)) return jsonOutcome(200, await callApp(world, method, edge, params), headers);
    const { told, body: answer } = world.memory.atomically(() => {
      publishDuePosts(world);
      const page = authenticate(world, params, request.headers.authorization);
      Object.assign(headers, usage.headers(page, edge === 'messages' ? 'messenger' : 'pages'));
      return dispatch({ world, page, params, usage }, method, id, edge);
    });
    return { ...jsonOutcome(200, answer, headers), told };
  } catch (error) {
    if (error instanceof GraphError) return errorOutcome(error, headers);
    console.error('The simulated Facebook failed at a call:', error);
    return errorOutcome(graphError('unknown'), headers);
  }
}

/** Splits `/v26.0/{id}/{edge}` and refuses other versions. */
function splitPath(pathname: string): [id: string, edge?: string] {
  const [, version = '', id = '', edge, ...rest] = pathname.replace(/\/$/, '').split('/');
  const major = Number(/^v(\d+)\.0$/.exec(version)?.[1]);
  if (major < OLDEST) throw graphError('deprecatedVersion');
  if (!(major <= NEWEST) || id === '' || rest.length > 0) throw unknownPath(pathname);
  return [id, edge];
}

async function callApp(
  world: World,
  method: string,
  edge: string,
  params: Record<string, unknown>,
): Promise<object> {
  if (method !== 'POST' || edge !== 'subscriptions') throw objectGone(method, String(APP_ID));
  return subscribeApp(world, params);
}

function jsonOutcome(status: number, body: object, headers: Record<string, string>): Outcome {
  return { status, body: encodeBody(body), contentType: 'application/json; charset=UTF-8', headers };
}

function errorOutcome(error: GraphError, headers: Record<string, string> = {}): Outcome {
  const challenge = {
    'www-authenticate': `OAuth "Facebook Platform" "invalid_request" "${error.spec.code}"`,
  };
  return jsonOutcome(error.status, error.body(), { ...headers, ...challenge });
}

function send(response: ServerResponse, { status, body, contentType, headers }: Outcome): void {
  response.writeHead(status, {
    ...headers,
    'content-type': contentType,
    'content-length': body.length,
    'facebook-api-version': `v${NEWEST}.0`,
    'cache-control': 'no-store',
  });
  response.end(body);
}
