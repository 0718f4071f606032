import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { neverLeft } from '../network-failure.ts';
import { platformVersions } from '../platform-versions.ts';
import type { Access } from '../sending.ts';
import { type Failure, failureOf, type Reply } from './outcome.ts';
import { refusals } from './refusals.ts';

/** One call of the Graph API. */
export interface GraphCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the version, such as `<page id>/messages`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
  /** How long to wait for the answer, in milliseconds; 10 s without it. */
  patience?: number;
}

/** What the call gave, or what its failure means. */
export type GraphAnswer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

const PATIENCE = 10_000;

/**
 * Calls the Graph API as a page of ours; the only place that does. An answer that does not fit `schema` is none: Facebook
 * may have done what it was asked for. Never throws for what Facebook or the network does.
 */
export async function callGraph<S extends z.ZodMiniType>(
  access: Access,
  call: GraphCall,
  schema: S,
): Promise<GraphAnswer<z.output<S>>> {
  const { accountId, secret } = access;
  const account = Object.hasOwn(secret.accounts, accountId) ? secret.accounts[accountId] : undefined;
  if (!account) return { ok: false, failure: { outcome: 'hold', refusal: refusals.notConnected } };
  const [newest = '', ...older] = secret.signingKeys;
  let answer = await answerTo(call, proofOf(account.token, newest), account.token, access, schema);
  for (const key of older) {
    // While the app secret is rotated, the proof may be of the one that Meta does not go by; Graph has no code for just that.
    if (answer.ok || answer.failure.refusal.code !== refusals.refused.code) break;
    answer = await answerTo(call, proofOf(account.token, key), account.token, access, schema);
  }
  return answer;
}

async function answerTo<S extends z.ZodMiniType>(
  call: GraphCall,
  proof: Proof,
  token: string,
  access: Access,
  schema: S,
): Promise<GraphAnswer<z.output<S>>> {
  const reply = await replyTo(call, proof, token, access);
  if (reply.answered && reply.status >= 200 && reply.status < 300) {
    const read = z.safeParse(schema, reply.body);
    if (read.success) return { ok: true, value: read.data };
  }
  return { ok: false, failure: failureOf(reply, access.accountId) };
}

async function replyTo(
  call: GraphCall,
  proof: Proof,
  token: string,
  { apiUrl, fetch }: Access,
): Promise<Reply> {
  const { method, path, query, body, patience = PATIENCE } = call;
  const url = `${apiUrl}/${platformVersions.graphApi.value}/${path}?${new URLSearchParams({ ...query, ...proof })}`;
  const json = body && { 'content-type': 'application/json' };
  try {
    const response = await fetch(url, {
      method,
      // Unlike a parameter, a header is in no log of an address.
      headers: { authorization: `Bearer ${token}`, ...json },
      body: body ? JSON.stringify(body) : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    return { answered: true, status: response.status, headers: response.headers, body: parsed(text) };
  } catch (error) {
    return { answered: false, written: !neverLeft(error) };
  }
}

/** Shows Graph that whoever has the token is the app; apps may insist on it ("Require App Secret"). */
interface Proof extends Record<string, string> {
  appsecret_proof: string;
}

function proofOf(token: string, appSecret: string): Proof {
  return { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') };
}

/** Undefined when it is not JSON, such as the page of a proxy in between. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
