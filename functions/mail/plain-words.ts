/** Embeddings, overrides and isolates of the bidirectional algorithm: in a line they would turn what stands around it too. */
const STEERING = /[\u202A-\u202E\u2066-\u2069]/gu;
const CONTROL = /\p{Cc}/gu;
const CONTROL_BUT_LINE_BREAK = /(?!\n)\p{Cc}/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/gu;
const BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/gu;
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** More code units than one character as people see it ever needs; a stack of accents may have thousands. */
const LONGEST_CHARACTER = 32;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Somebody else's words on one line: no line break or other control character is left, so that they fit into a mail header
 * without starting another one.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(STEERING, '').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
}

/** Somebody else's words with their line breaks as `\n`, without other control characters and long gaps. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(/\t/gu, ' ')
    .replace(CONTROL_BUT_LINE_BREAK, '')
    .replace(BLANK_LINES, '\n\n')
    .trim();
}

/** At most `most` characters as people count them; what is cut ends in an ellipsis, never within an emoji. */
export function shorten(text: string, most: number): string {
  let kept = '';
  let count = 0;
  for (const { segment } of characters.segment(text)) {
    count += 1;
    if (count > most || kept.length + segment.length > most * LONGEST_CHARACTER) return `${kept.trimEnd()}…`;
    kept += segment;
  }
  return text;
}

/** Words that run from right to left, kept from turning the sentence around them; others as they are. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
