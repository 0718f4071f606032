import { createHash } from 'node:crypto';

/** What SQS takes as a message group or a deduplication id: 1 to 128 of ASCII's letters, digits and punctuation. */
const accepted = /^[!-~]{1,128}$/;

/**
 * A key for SQS out of its parts, joined by colons, so that a person reading the queue knows whose it is. Parts that SQS would
 * refuse, that are too long together, or that hold a colon themselves (and could then be mistaken for two) give the SHA-256 of
 * all parts instead, in hexadecimal: whole texts may be passed as a part. The same parts always give the same key.
 */
export function queueKey(parts: string[]): string {
  const joined = parts.join(':');
  if (accepted.test(joined) && !parts.some((part) => part.includes(':'))) return joined;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
