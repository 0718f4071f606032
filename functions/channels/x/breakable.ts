import twitterText from 'twitter-text';
import { LONGEST_LINK } from './weighted-length.ts';

/** A piece of a text that stays whole, and the space before it. */
export interface Atom {
  gap: string;
  text: string;
}

/** The smallest pieces of a text that may be parted: words, and what a word that does not fit breaks into. */
export function atomsOf(text: string, fits: (piece: string) => boolean): Atom[] {
  const atoms: Atom[] = [];
  let gap = '';
  for (const run of text.split(/(\s+)/)) {
    if (run.trim() === '') {
      gap += run;
      continue;
    }
    for (const piece of fits(run) ? [run] : piecesOf(run, fits)) {
      atoms.push({ gap, text: piece });
      gap = '';
    }
  }
  return atoms;
}

/** Links whole, the rest in the words of its language (Japanese has no spaces), and what is still too long in characters. */
function* piecesOf(run: string, fits: (piece: string) => boolean): Generator<string> {
  let position = 0;
  for (const { indices } of linksIn(run)) {
    yield* wordsOf(run.slice(position, indices[0]), fits);
    yield run.slice(indices[0], indices[1]);
    position = indices[1];
  }
  yield* wordsOf(run.slice(position), fits);
}

function linksIn(run: string): { indices: [number, number] }[] {
  return run.length > LONGEST_LINK ? [] : twitterText.extractUrlsWithIndices(run);
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function* wordsOf(text: string, fits: (piece: string) => boolean): Generator<string> {
  for (const { segment } of words.segment(text)) {
    if (fits(segment)) yield segment;
    else yield* charactersOf(segment, fits);
  }
}

/** A letter under hundreds of accents is one character to the eye and yet beyond what fits: it alone is taken apart. */
function* charactersOf(text: string, fits: (piece: string) => boolean): Generator<string> {
  for (const { segment } of characters.segment(text)) {
    if (fits(segment)) yield segment;
    else yield* segment;
  }
}
