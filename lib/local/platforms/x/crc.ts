import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Webhook, Webhooks } from './webhooks.ts';

/** `unreachable` covers what X forgives for a while: 4xx, 5xx, timeouts and closed connections. */
export type CrcResult = 'valid' | 'invalid' | 'unreachable';

/** How long a webhook may go without a right answer before X gives it up. */
const GRACE = 28 * 60 * 60_000;
const ANSWER_TIME = 10_000;
const AnswerSchema = z.object({ response_token: z.string() });
const CauseSchema = z.object({ cause: z.object({ code: z.string() }) });

/** `sha256=` and the base64 HMAC-SHA256 with the consumer secret: for CRC tokens and for the bytes of a webhook. */
export function sign(secret: string, bytes: string | Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`;
}

/** Sends one challenge to the address and judges the answer. */
export async function challenge(url: string, secret: string, stop?: AbortSignal): Promise<CrcResult> {
  const token = randomBytes(18).toString('base64url');
  try {
    const address = new URL(url);
    address.searchParams.set('crc_token', token);
    const timeout = AbortSignal.timeout(ANSWER_TIME);
    const signal = stop ? AbortSignal.any([stop, timeout]) : timeout;
    const response = await fetch(address, { redirect: 'manual', signal });
    if (response.status >= 400) return 'unreachable';
    if (!response.ok) return 'invalid';
    return answersRightly(await response.text(), sign(secret, token)) ? 'valid' : 'invalid';
  } catch (error) {
    const failure = CauseSchema.safeParse(error);
    return failure.success && /CERT|TLS|SSL/.test(failure.data.cause.code) ? 'invalid' : 'unreachable';
  }
}

function answersRightly(body: string, expected: string): boolean {
  const answer = AnswerSchema.safeParse(parseJson(body));
  if (!answer.success) return false;
  const given = Buffer.from(answer.data.response_token);
  return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Challenges a registered webhook and keeps the outcome. */
export async function validate(
  webhooks: Webhooks,
  webhook: Webhook,
  secret: string,
  now: () => number,
  stop?: AbortSignal,
): Promise<CrcResult> {
  const result = await challenge(webhook.url, secret, stop);
  if (stop?.aborted) return result;
  const silentSince = webhook.validatedAt ?? webhook.createdAt;
  if (result === 'valid') webhooks.setValidated(webhook.id, now());
  else if (result === 'invalid' || now() - silentSince > GRACE) webhooks.setInvalid(webhook.id);
  return result;
}
