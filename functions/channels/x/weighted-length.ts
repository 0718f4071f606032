import twitterText from 'twitter-text';
import type { Visibility } from '../../domain/message.ts';
import { limits } from './limits.ts';

/** X knows no longer link; whatever is longer without a space is counted letter by letter. */
export const LONGEST_LINK = 4096;

/** Even accounts that pay may post no more than this. */
const LONGEST_POST = 25_000;

/** How long X finds a text: weighted characters in public, UTF-16 units in private, where X weighs nothing. */
export function measure(text: string, visibility: Visibility): { length: number; limit: number } {
  const length = visibility === 'public' ? weightedLength(text) : text.length;
  return { length, limit: limits.text[visibility] };
}

/**
 * Weighted length by the rules of twitter-text: most letters 1, others 2, each link 23, each emoji 2. The library takes a time
 * that grows with the square of an endless word with dots, so it gets one word at a time, and none that is surely too long.
 */
export function weightedLength(text: string): number {
  if (text.length > LONGEST_POST) return text.length;
  return text.split(/(\s+)/).reduce((sum, run) => sum + weighRun(run), 0);
}

/** No link and no emoji reaches across a space, so the lengths of words and of the space between them add up. */
function weighRun(run: string): number {
  return run.length > LONGEST_LINK ? run.length : twitterText.parseTweet(run).weightedLength;
}
