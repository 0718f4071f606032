import { neverLeft } from '../network-failure.ts';
import type { Access } from '../sending.ts';
import { authorization, type Credentials } from './signature.ts';

/** One call of the X API. */
export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the host, such as `/2/tweets`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** A body as JSON or as a multipart form. */
  json?: object;
  form?: FormData;
}

/**
 * What came back. Without an answer, `written` tells whether the call may have reached X all the same: then nobody knows what
 * became of it.
 */
export type Reply =
  | { answered: true; status: number; headers: Headers; body: unknown }
  | { answered: false; written: boolean };

/** The X API as one account of ours. */
export interface XApi {
  accountId: string;
  /** Epoch milliseconds. */
  now: number;
  call(call: ApiCall): Promise<Reply>;
}

/** Undefined when the secret lacks what calls of this account are signed with. */
export function openApi(access: Access): XApi | undefined {
  const credentials = credentialsOf(access);
  if (credentials === undefined) return undefined;
  let calls = 0;
  return {
    accountId: access.accountId,
    now: access.now,
    call(call) {
      calls += 1;
      const moment = { nonce: `${access.nonce}${calls}`, seconds: Math.floor(access.now / 1000) };
      return answerOf(access, call, (url) =>
        authorization({ method: call.method, url }, credentials, moment),
      );
    },
  };
}

/** What calls of the account are signed with; undefined when the secret lacks a part of it. */
export function credentialsOf({
  secret,
  accountId,
}: Pick<Access, 'secret' | 'accountId'>): Credentials | undefined {
  const { signingKeys, consumerKey, accounts } = secret;
  const [consumerSecret] = signingKeys;
  const account = Object.hasOwn(accounts, accountId) ? accounts[accountId] : undefined;
  if (consumerKey === undefined || consumerSecret === undefined || account?.tokenSecret === undefined)
    return undefined;
  return {
    consumer: { key: consumerKey, secret: consumerSecret },
    token: { key: account.token, secret: account.tokenSecret },
  };
}

async function answerOf(
  { apiUrl, fetch }: Access,
  { method, path, query, json, form }: ApiCall,
  sign: (url: string) => string,
): Promise<Reply> {
  const url = `${apiUrl}${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`;
  const headers: Record<string, string> = { authorization: sign(url) };
  if (json !== undefined) headers['content-type'] = 'application/json';
  const body = json === undefined ? (form ?? null) : JSON.stringify(json);
  try {
    // A redirect would turn a POST into a GET; X sends none, so one is shown as the strange answer that it is.
    const response = await fetch(url, { method, headers, body, redirect: 'manual' });
    const text = await response.text();
    return { answered: true, status: response.status, headers: response.headers, body: parsed(text) };
  } catch (error) {
    return { answered: false, written: !neverLeft(error) };
  }
}

/** Undefined when it is not JSON, such as the page of a proxy in between. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
