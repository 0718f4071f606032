import { tokensOf } from '../tokens.ts';
import type { Example } from './example.ts';

/** How many folds the examples to learn from are in: each is judged once by a model that learnt from the others. */
export const FOLDS = 5;
/** Of a hundred examples, how many are only ever judged. */
const TEST_SHARE = 15;

/** Kept for judging, or one of the folds to learn from and choose settings and thresholds by. */
export type Part = 'test' | number;

/**
 * Which part an example belongs to: by the hash of what it says, so that it stays there whatever is added. Messages that differ
 * in names, numbers, signs and the order of words only are nearly the same, so they are in the same part.
 */
export function partOf({ text }: Pick<Example, 'text'>): Part {
  const words = tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => /^\p{L}|^\p{Extended_Pictographic}/u.test(word));
  const share = hash([...new Set(words)].sort().join(' ')) % 100;
  return share < TEST_SHARE ? 'test' : share % FOLDS;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
