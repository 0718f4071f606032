/** A stretch of a text and where it begins. */
export interface Stretch {
  text: string;
  start: number;
}

/** Dots that end no sentence: abbreviations, initials of times of day, and numbers. */
const INNER_DOT =
  /\b(?:mr|mrs|ms|dr|st|no|nr|approx|ca|e\.g|i\.e|z\.b|bzw|usw|inkl|a\.m|p\.m|a\.?\s?m|p\.?\s?m|uhr|dept|ext|tel|vs|etc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri)\.$|\b\p{L}\.$|\d\.$/iu;
/** After these a sentence may well be over, when the next word begins like one. */
const MAY_END = /(?:a\.m|p\.m|etc|\d)\.$/i;

/**
 * The sentences of a text, with their closing marks. Written for what people type: line breaks end a sentence, and a dot within
 * an abbreviation, a number or a web address does not.
 */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const { index, 0: marks } of text.matchAll(/[.!?…]+["”’')\]]*(?=\s|$)|\n+|[。！？]+/gu)) {
    const end = index + marks.length;
    if (marks === '.' && isInner(text.slice(start, end), text.slice(end))) continue;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function isInner(before: string, after: string): boolean {
  if (after.trim() === '' || !INNER_DOT.test(before)) return false;
  return !(MAY_END.test(before) && /^\s+\p{Lu}/u.test(after));
}

function push(sentences: Stretch[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed !== '') sentences.push({ text: trimmed, start: start + raw.indexOf(trimmed) });
}

/** Typographic apostrophes and dashes as plain ones, each in its place, so that positions stay what they are. */
export function plain(text: string): string {
  return text
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/[\u00a0\u202f]/g, ' ');
}
