import type { ParsedResult, ParsingOption, ParsingReference } from 'chrono-node';
import { wholeWords } from '../whole-words.ts';

/** What durations are counted in. */
export type Unit = 'minutes' | 'hours' | 'working days' | 'days' | 'weeks' | 'fortnights' | 'months';

/** How a language speaks of the time by which something is done. */
export interface TimeWords {
  /** What reads its dates and weekdays. */
  dates: { parse(text: string, reference: ParsingReference, option: ParsingOption): ParsedResult[] };
  /** What that reader takes for a date and people mostly do not, or what lies in the past. */
  falseDates: RegExp;
  /** Rewrites what is no time of a promise, or what the reader would not understand, before anything is read. */
  rewrites: readonly (readonly [RegExp, string])[];
  /** Numbers written as words. What is counted and not here is one: `an hour`, `der nächsten Stunde`. */
  numbers: Readonly<Record<string, number>>;
  /** "Within two hours"; the groups are `count`, `unit` and `half`. */
  durations: readonly RegExp[];
  /** What the words of `unit` mean; the first that fits counts. */
  units: readonly (readonly [RegExp, Unit])[];
  /** "Tomorrow", by how many days away that is; the first that fits counts. */
  days: readonly (readonly [RegExp, number])[];
  /** "By the 10th"; the groups are `day` and, where it is said in digits, `month`. */
  dayOfMonth: RegExp;
  /** When the work of a day is over. */
  dayEnd: RegExp;
  /** When the day of an office is over, which is five o'clock for a team without opening hours. */
  businessEnd: RegExp;
  weekEnd: RegExp;
  weekend: RegExp;
  /** "Early next week"; the groups are `early` and `mid`. */
  nextWeek: RegExp;
  monthEnd: RegExp;
  nextMonth: RegExp;
  /** Parts of a day, and the hour at which each is over. */
  dayParts: readonly (readonly [RegExp, number])[];
  /** What is over at midnight. */
  night: RegExp;
  noon: RegExp;
  /** "By 5", "halb fünf". The groups are `hour` and `minute`, or the hour under the name of how far from it the minutes are. */
  clock: readonly RegExp[];
  /** Up to this hour, one that is said without its half of the day may be meant in the afternoon. */
  ambiguousUntil: number;
}

/** The names under which a pattern may have an hour, and how many minutes from it are meant. */
export const minutesFrom = { hour: 0, halfPast: 30, halfTo: -30, quarterPast: 15, quarterTo: -15 } as const;

/** How a language says how long something takes: all but the names are patterns. */
export interface DurationWords {
  /** What stands before: "within", "in". */
  before: string;
  /** What may stand between: "about", "the next". */
  about: string;
  count: string;
  /** Between the two numbers of a range. */
  to: string;
  unit: string;
  /** "And a half". */
  half: string;
}

/** The pattern of durations: the later number of a range, its unit, and whether a half is added. */
export function duration({ before, about, count, to, unit, half }: DurationWords): RegExp {
  return wholeWords(
    `(?:${before})\\s+(?:(?:${about})\\s+)*(?:(?:${count})\\s*(?:-|${to})\\s*)?(?<count>${count})\\s*(?<unit>${unit})(?<half> ${half})?`,
  );
}

/** The numbers from one on, as words of a language. */
export function counted(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, index + 1]));
}
