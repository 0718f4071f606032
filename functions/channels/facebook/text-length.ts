import type { Visibility } from '../../domain/message.ts';
import { limits } from './limits.ts';

/**
 * Length in Unicode code points, and how many Facebook takes. Meta says "characters" without saying which; code points are how
 * its servers count elsewhere, so that an emoji counts once and not as its two UTF-16 units.
 */
export function measure(text: string, visibility: Visibility): { length: number; limit: number } {
  return { length: lengthOf(text), limit: limits.text[visibility] };
}

/** Code points of a text. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
