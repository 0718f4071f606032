import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeBody, readBody } from '../http-body.ts';
import { outsideCss } from '../outside-style.ts';
import { acts } from './outside-acts.ts';
import { OutsideError } from './outside-find.ts';
import { layout, view } from './outside-layout.ts';
import { BASE } from './outside-parts.ts';
import { outsideState } from './outside-state.ts';
import { servePicture } from './pictures.ts';
import type { Platform } from './platform.ts';

/** Only our own script, style and pictures are ever loaded. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The person's side of X: pages for a browser and, at the same paths, a JSON API for tests and scripts. `path` is what
 * follows `/_local/outside/x`. False when there is nothing at it.
 */
export async function serveOutside(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const { pathname } = new URL(`/${path.replace(/^\/+/, '')}`, 'http://outside');
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return shown(platform, request, response, pathname);
  const [name = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  const undo = rest.at(-1) === 'delete';
  const act = acts[`${undo && method === 'POST' ? 'DELETE' : method} ${name}`];
  if (!act || rest.length > 2) return false;
  await perform(platform, request, response, (fields) => act(platform, fields, rest[0] ?? ''));
  return true;
}

async function shown(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const query = new URL(request.url ?? '/', 'http://outside').searchParams;
  const { world } = platform;
  if (servePicture(world, pathname, response)) return true;
  if (pathname === '/') send(response, 200, 'text/html', layout(platform, query).toString());
  else if (pathname === '/view') sendView(platform, response, query);
  else if (pathname === '/state') sendJson(response, 200, outsideState(platform));
  else if (pathname === '/client.js')
    send(response, 200, 'text/javascript', await sibling('outside-client.js'));
  else if (pathname === '/style.css') send(response, 200, 'text/css', await styles());
  else return false;
  return true;
}

/** A script gets JSON, 201 when something was made; a form without JavaScript goes back to where it came from. */
async function perform(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  act: (fields: unknown) => Record<string, unknown>,
): Promise<void> {
  const body = decodeBody(await readBody(request), request.headers['content-type']);
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://outside').searchParams);
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    return sendJson(response, 403, { error: 'Another site may not act as a customer here.' });
  }
  try {
    const made = act(body ?? query);
    const isPlainForm = request.headers.accept?.includes('text/html') ?? false;
    if (isPlainForm) response.writeHead(303, { location: cameFrom(request, platform) }).end();
    else sendJson(response, made.id === undefined ? 200 : 201, made);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    sendJson(response, error.status, { error: error.message });
  }
}

function cameFrom(request: IncomingMessage, { world }: Platform): string {
  const referer = request.headers.referer ?? '';
  const { pathname, search } = URL.canParse(referer) ? new URL(referer) : { pathname: '', search: '' };
  return pathname.startsWith(BASE)
    ? pathname + search
    : `${BASE}/?person=${world.people.customers()[0]?.id ?? ''}`;
}

/** The part of the page that changes, or only its version when the browser has it already. */
function sendView(platform: Platform, response: ServerResponse, query: URLSearchParams): void {
  const html = view(platform, query).toString();
  const version = createHash('sha1').update(html).digest('base64url');
  sendJson(response, 200, query.get('version') === version ? { version } : { version, html });
}

const STYLES = ['outside-look.css', 'outside-posts.css', 'outside-chat.css'];
const styles = async (): Promise<string> =>
  [outsideCss, ...(await Promise.all(STYLES.map(sibling)))].join('\n');
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
