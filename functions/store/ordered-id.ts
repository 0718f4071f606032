import { createHash } from 'node:crypto';

/** Crockford's alphabet: its characters sort as their values do. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;
const HASH_CHARACTERS = 16;

/**
 * An id in the form of a ULID whose first part is the instant and whose second part is a hash of `key` instead of chance:
 * ids sort by time, and naming the same thing twice gives the same id, which is what makes repeated deliveries harmless.
 */
export function orderedId(at: string, key: string): string {
  const hash = createHash('sha256').update(key).digest();
  return encode(BigInt(Date.parse(at)), TIME_CHARACTERS) + encode(hash.readBigUInt64BE(0), HASH_CHARACTERS);
}

/** The smallest ordered id of an instant, to query from or up to it. */
export function orderedIdFloor(at: string): string {
  return encode(BigInt(Date.parse(at)), TIME_CHARACTERS) + ALPHABET.charAt(0).repeat(HASH_CHARACTERS);
}

function encode(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = ALPHABET.charAt(Number(rest % 32n)) + text;
    rest /= 32n;
  }
  return text;
}

/** Which of `count` shards an ordered id belongs to; the hash at its end spreads evenly. */
export function shardOf(id: string, count: number): number {
  return Math.max(0, ALPHABET.indexOf(id.slice(-1))) % count;
}
