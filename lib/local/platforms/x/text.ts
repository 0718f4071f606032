import { createHash } from 'node:crypto';
import twitterText from 'twitter-text';
import type { Person } from './people.ts';

/** A mention in a text. Offsets count code points, as X does. */
export interface Mention {
  start: number;
  end: number;
  person: Person;
}

export interface Link {
  start: number;
  end: number;
  /** The short form that stands in the text. */
  url: string;
  expanded: string;
  display: string;
}

/** A text as the API gives it out: links shortened, `&`, `<` and `>` as HTML entities. */
export interface RenderedText {
  text: string;
  mentions: Mention[];
  links: Link[];
  /** Where the part that X shows begins and ends: without the handles that it puts before a reply. */
  range: [number, number];
}

export interface TextSource {
  /** Handles that X put in front by itself. */
  addressed: string;
  text: string;
  /** Addresses that X adds at the end: of the quoted post, of the pictures. */
  appended: string[];
}

/** Weighted length by which X limits posts: most letters 1, others 2, each link 23. */
export function weightedLength(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/** Handles that a text mentions, in lower case. */
export function mentionedHandles(text: string): string[] {
  return twitterText.extractMentions(text).map((handle) => handle.toLowerCase());
}

export function hasLink(text: string): boolean {
  return twitterText.extractUrls(text).length > 0;
}

/** A text as it is given out. `plain` keeps it as typed. */
export function renderText(
  source: TextSource,
  byHandle: (handle: string) => Person | undefined,
  plain: boolean,
): RenderedText {
  const typed = source.addressed + source.text;
  const pieces = plain ? [{ text: typed }] : withShortLinks(typed, source.appended);
  let text = '';
  const links: Link[] = [];
  for (const piece of pieces) {
    const start = length(text);
    text += piece.text;
    if (!piece.expanded) continue;
    const display = piece.expanded.replace(/^https?:\/\/(www\.)?/, '');
    const shown = display.length > 27 ? `${display.slice(0, 26)}…` : display;
    links.push({ start, end: length(text), url: piece.text, expanded: piece.expanded, display: shown });
  }
  return {
    text,
    links,
    mentions: mentionsIn(text, byHandle),
    range: [length(source.addressed), length(text)],
  };
}

function mentionsIn(text: string, byHandle: (handle: string) => Person | undefined): Mention[] {
  return twitterText.extractMentionsWithIndices(text).flatMap(({ screenName, indices: [start, end] }) => {
    const person = byHandle(screenName);
    return person ? [{ start: length(text.slice(0, start)), end: length(text.slice(0, end)), person }] : [];
  });
}

interface Piece {
  text: string;
  /** Where a short link leads; undefined for words. */
  expanded?: string;
}

function withShortLinks(typed: string, appended: string[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { url, indices } of twitterText.extractUrlsWithIndices(typed)) {
    pieces.push({ text: escaped(typed.slice(position, indices[0])) }, shortened(url));
    position = indices[1];
  }
  pieces.push({ text: escaped(typed.slice(position)) });
  for (const url of appended)
    pieces.push({ text: pieces.some((p) => p.text !== '') ? ' ' : '' }, shortened(url));
  return pieces.filter((piece) => piece.text !== '');
}

/** Every link becomes `https://t.co/` with ten characters, the same for the same address. */
function shortened(url: string): Piece {
  const expanded = /^https?:\/\//i.test(url) ? url : `http://${url}`;
  const code = createHash('sha256').update(expanded).digest('base64url').replace(/[-_]/g, 'x').slice(0, 10);
  return { text: `https://t.co/${code}`, expanded };
}

/** X gives texts out with exactly these three characters escaped, a habit from the days when widgets were pasted. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function length(text: string): number {
  return [...text].length;
}
