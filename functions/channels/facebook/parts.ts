import type { Visibility } from '../../domain/message.ts';
import { lengthOf, measure } from './text-length.ts';

/** A piece of a text that stays whole, and the space before it. */
interface Piece {
  gap: string;
  text: string;
}

/** Room is left for numbers up to this one, so that no piece is too long for a part, however many there are. */
const MOST = 99_999;

/** Addresses as people write them; what follows one without a space, as in Japanese, does not belong to it. */
const LINK = /((?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as parts that Facebook takes one by one, numbered like `(2/3) …`; the text itself when it fits whole. Parts end between
 * words where they can, and never inside a link or a character as people see it. A link that is longer than a part stays
 * whole all the same: half of it would lead nowhere, and that part is refused with its length.
 */
export function inParts(text: string, visibility: Visibility): string[] {
  const { length, limit } = measure(text, visibility);
  if (length <= limit || text.trim() === '') return [text];
  const pieces = [...piecesOf(text, limit - lengthOf(numbering(MOST, MOST)))];
  for (let digits = 1; ; digits += 1) {
    const last = 10 ** digits - 1;
    const parts = filled(pieces, limit - lengthOf(numbering(last, last)));
    if (parts.length <= last) return parts.map((part, index) => numbering(index + 1, parts.length) + part);
  }
}

function numbering(part: number, parts: number): string {
  return `(${part}/${parts}) `;
}

/** Fills each part to the room that it has. The space between two parts is left out. */
function filled(pieces: readonly Piece[], room: number): string[] {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const { gap, text } of pieces) {
    const added = lengthOf(gap) + lengthOf(text);
    if (part !== '' && length + added <= room) {
      part += gap + text;
      length += added;
      continue;
    }
    if (part !== '') parts.push(part);
    part = text;
    length = lengthOf(text);
  }
  return part === '' ? parts : [...parts, part];
}

/** The smallest pieces that may be parted: what stands between spaces, and what is in it when that is too long. */
function* piecesOf(text: string, room: number): Generator<Piece> {
  let gap = '';
  for (const run of text.split(/(\s+)/)) {
    if (run.trim() === '') {
      gap += run;
      continue;
    }
    for (const piece of broken(run, room)) {
      yield { gap, text: piece };
      gap = '';
    }
  }
}

/** Links whole, the rest in words (not every language has spaces), and a word that is still too long in characters. */
function* broken(run: string, room: number): Generator<string> {
  if (lengthOf(run) <= room) return yield run;
  for (const [index, stretch] of run.split(LINK).entries()) {
    const isLink = index % 2 === 1;
    if (isLink) yield stretch;
    else for (const { segment } of words.segment(stretch)) yield* wholeOrCharacters(segment, room);
  }
}

/** One letter under thousands of accents is a character to the eye and longer than a part: it alone is taken apart. */
function* wholeOrCharacters(word: string, room: number): Generator<string> {
  if (lengthOf(word) <= room) return yield word;
  for (const { segment } of characters.segment(word)) {
    if (lengthOf(segment) <= room) yield segment;
    else yield* segment;
  }
}
