import type { Caller } from './authentication.ts';
import type { Platform } from './platform.ts';
import { type Answer, invalidRequest, Problem } from './problems.ts';

/** One authenticated API call as an endpoint sees it. */
export interface Call {
  platform: Platform;
  caller: Caller;
  /** Account that the call acts for; empty for calls of the app itself. */
  accountId: string;
  /** Parts of the path, such as `id`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Decoded body; undefined without one. */
  body: unknown;
  raw: Buffer;
  contentType: string;
}

export interface Route {
  /** Method and path with its variable parts, such as `GET /2/tweets/:id`: also the name of its rate limit. */
  endpoint: string;
  /** Who may call: an account with OAuth 1.0a, the app with its bearer token, or both. */
  auth: 'user' | 'app' | 'any';
  /** Query parameters that it knows; others are refused. */
  query?: readonly string[];
  handle(call: Call): Answer | Promise<Answer>;
}

/** The route of a request and the variable parts of its path; 'method' when only the method does not fit. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | 'method' | undefined {
  let known = false;
  for (const route of routes) {
    const [verb, pattern = ''] = route.endpoint.split(' ');
    const params = matched(pattern, path);
    if (!params) continue;
    if (verb === method) return { route, params };
    known = true;
  }
  return known ? 'method' : undefined;
}

function matched(pattern: string, path: string): Record<string, string> | undefined {
  const [expected, given] = [pattern.split('/'), path.split('/')];
  if (expected.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  conversation: /^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$/,
  username: /^[A-Za-z0-9_]{1,15}$/,
};

/** A variable part of the path; answers 400 when it has not the form that X asks for. */
export function param(call: Call, name: string): string {
  const value = call.params[name] ?? '';
  if ((SHAPES[name] ?? /^[0-9]{1,19}$/).test(value)) return value;
  throw new Problem(
    invalidRequest({ name, value, message: `The \`${name}\` query parameter value [${value}] is not valid` }),
  );
}

/** The account in the path, which must be the one that calls. */
export function ownId(call: Call): string {
  const id = param(call, 'id');
  if (id === call.accountId) return id;
  const message = `The \`id\` query parameter value [${id}] must be the same as the authenticating user [${call.accountId}]`;
  throw new Problem(invalidRequest({ name: 'id', value: id, message }));
}
