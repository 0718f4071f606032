import { createHash } from 'node:crypto';
import { Reject } from '../errors.ts';
import type { HttpRequest } from '../shell.ts';

/** The longest key that a caller may choose. */
const LONGEST = 255;

/** The caller's own name for this write, or one that no other request has: without a key, every request is a write of its own. */
export function idempotencyKeyOf({ headers, traceId }: Pick<HttpRequest, 'headers' | 'traceId'>): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return `request:${traceId}`;
  if (key.length > LONGEST) throw new Reject(400, `The Idempotency-Key has more than ${LONGEST} characters.`);
  return createHash('sha256').update(key).digest('hex');
}
