import { closingAt, isOpen, nextOpening } from './business-time.ts';
import type { DirectoryBook, Expert } from './directory.ts';
import type { Instant } from './instant.ts';
import { spokenTime } from './spoken-time.ts';

/** Somebody who may know, and why they are suggested. */
export interface Suggested {
  expert: Expert;
  /** Topics of theirs that the words hold. */
  matched: string[];
  isOpen: boolean;
  why: string;
}

/** As many are suggested; a longer list is a directory of its own. */
const MOST = 5;

/**
 * Who may know about something, best first: those whose topics the words hold, the more of them the better, and of equals who answers
 * now. Nobody, rather than somebody who has nothing to do with it.
 */
export function suggestExperts(words: string, { people }: DirectoryBook, now: Instant): Suggested[] {
  const said = stemsOf(words);
  return people
    .flatMap((expert) => suggestion(expert, said, now) ?? [])
    .sort((a, b) => b.matched.length - a.matched.length || Number(b.isOpen) - Number(a.isOpen))
    .slice(0, MOST);
}

function suggestion(expert: Expert, said: string[], now: Instant): Suggested | undefined {
  const matched = expert.topics.filter((topic) => holds(said, stemsOf(topic)));
  if (matched.length === 0) return undefined;
  const { isOpen: open, words } = answering(expert, now);
  return { expert, matched, isOpen: open, why: `knows about ${matched.join(', ')}; ${words}` };
}

/** Whether somebody answers now, and until or from when, in words: by the clock of where they are, which is named. */
function answering({ hours }: Expert, now: Instant): { isOpen: boolean; words: string } {
  if (hours === undefined) return { isOpen: true, words: 'answers now' };
  const { timeZone } = hours;
  if (!isOpen(now, hours)) {
    return { isOpen: false, words: `answers again ${spokenTime(nextOpening(now, hours), now, timeZone)}` };
  }
  const closes = closingAt(now, hours);
  const words = closes === undefined ? 'answers now' : `answers until ${spokenTime(closes, now, timeZone)}`;
  return { isOpen: true, words };
}

/** Whether the words hold all of a topic, one after the other. */
function holds(said: string[], topic: string[]): boolean {
  if (topic.length === 0) return false;
  return said.some((_, start) => topic.every((stem, index) => said[start + index] === stem));
}

/** Words without case, accents and the commonest endings, so that "refunds" finds "refund". */
function stemsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) =>
    word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|en|e|y)$/u, '') : word.replace(/s$/u, ''),
  );
}
