import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeBody, readBody } from '../http-body.ts';
import { outsideCss } from '../outside-style.ts';
import { publishDuePosts } from './feed-actions.ts';
import { feedActions, type OutsideAction, threadActions } from './outside-actions.ts';
import { OutsideError } from './outside-find.ts';
import { layout, versionOf, view } from './outside-layout.ts';
import { BASE } from './outside-parts.ts';
import { outsideState } from './outside-state.ts';
import { switches } from './outside-switches.ts';
import type { World } from './world.ts';

const ACTIONS: Record<string, OutsideAction> = { ...feedActions, ...threadActions, ...switches };

/** Nothing but our own script and style runs; pictures and sounds may come from wherever a message names them. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: http: https:; media-src http: https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The person's side: pages for a browser and, under the same paths, a JSON API for tests and scripts. */
export function createOutside(world: World) {
  return async function answerOutside(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<boolean> {
    const { pathname, search } = new URL(path || '/', 'http://outside');
    const name = pathname.replace(/^\/+|\/+$/g, '');
    const searchParams = new URLSearchParams(search || (request.url ?? '').split('?')[1]);
    if (request.method === 'POST' && Object.hasOwn(ACTIONS, name)) {
      await perform(world, request, response, name);
      return true;
    }
    if (request.method !== 'GET') return false;
    publishDuePosts(world);
    if (name === '') send(response, 200, 'text/html', layout(world, searchParams).toString());
    else if (name === 'view') sendView(world, response, searchParams);
    else if (name === 'state') sendJson(response, 200, outsideState(world));
    else if (name === 'client.js') send(response, 200, 'text/javascript', await sibling('outside-client.js'));
    else if (name === 'style.css') send(response, 200, 'text/css', await styles());
    else return false;
    return true;
  };
}

/** Does an action. A script gets the ids as JSON; a form without JavaScript goes back to the page it came from. */
async function perform(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const body = decodeBody(await readBody(request), request.headers['content-type']);
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    sendJson(response, 403, { error: 'Another site may not act as a customer here.' });
    return;
  }
  try {
    const result = await world.memory.atomically(() => ACTIONS[name]?.(world, body));
    const isPlainForm = request.headers.accept?.includes('text/html') ?? false;
    if (isPlainForm) response.writeHead(303, { location: returnPath(request) }).end();
    else sendJson(response, 200, result ?? {});
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

function returnPath(request: IncomingMessage): string {
  const { pathname, search } = new URL(request.headers.referer ?? BASE, 'http://outside');
  return pathname.startsWith(BASE) ? pathname + search : `${BASE}/`;
}

/** The part of the page that changes, or only its version when the browser has it already. */
function sendView(world: World, response: ServerResponse, query: URLSearchParams): void {
  const content = view(world, query);
  const version = versionOf(content);
  sendJson(
    response,
    200,
    query.get('version') === version ? { version } : { version, html: content.toString() },
  );
}

/** The shared look, then ours. */
async function styles(): Promise<string> {
  return outsideCss + (await sibling('outside-look.css')) + (await sibling('outside-chat.css'));
}

const sibling = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

function sendJson(response: ServerResponse, status: number, value: object): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.end(text);
}
