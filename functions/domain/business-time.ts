import { type Calendar, type Hours, hoursOf } from './business-calendar.ts';
import { DAY, timeOfDay } from './business-wall-clock.ts';

export { alwaysOpen, Calendar, CalendarNeverOpens } from './business-calendar.ts';

/**
 * Counting only while a calendar is open. Instants are ISO 8601 in UTC, with or without milliseconds; results always
 * carry them. Hours are those of the wall clock in the calendar's zone (business-wall-clock.ts has the rule for the
 * hour that is skipped and the hour that comes twice), what passes between them is real time, exact to the millisecond.
 *
 * Nothing here searches without end. Holidays are a finite list, so a calendar that opens at all opens again after
 * them, however long the closure; and what lies more than a hundred years away is refused with a RangeError.
 */

const CENTURY = 36_525 * DAY;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/**
 * The earliest instant by which `seconds` of opening time have passed since `start`. A target that uses up the day
 * exactly is due at closing, not at the next opening; none at all is due at `start`, open or not.
 * Throws CalendarNeverOpens; RangeError for a negative or non-finite number, or a deadline over a century away.
 */
export function deadline(start: string, seconds: number, calendar: Calendar): string {
  const from = epochOf(start);
  const target = Math.round(seconds * 1000);
  if (!(target >= 0)) throw new RangeError(`A target lasts zero seconds or more, not ${seconds}.`);
  const hours = hoursOf(calendar);
  if (target === 0) return isoOf(from);
  if (target <= CENTURY) {
    if (hours.roundTheClock) return isoOf(from + target);
    let left = target;
    for (const [open, close] of openings(hours, from)) {
      const begin = Math.max(open, from);
      if (left <= close - begin) return isoOf(begin + left);
      left -= close - begin;
    }
  }
  throw new RangeError(
    `${seconds} seconds of opening time take more than a hundred years on this calendar. Shorten the target or open longer.`,
  );
}

/**
 * Seconds of opening time from `start` to `end`, with milliseconds as the fraction. Negative when `end` comes first,
 * so that elapsed(a, b) + elapsed(b, c) = elapsed(a, c) for any three instants (in whole milliseconds).
 * Throws CalendarNeverOpens; RangeError for instants more than a century apart.
 */
export function elapsed(start: string, end: string, calendar: Calendar): number {
  const from = epochOf(start);
  const to = epochOf(end);
  if (Math.abs(to - from) > CENTURY)
    throw new RangeError(`${start} and ${end} are more than a hundred years apart.`);
  const hours = hoursOf(calendar);
  return from <= to ? openBetween(from, to, hours) / 1000 : 0 - openBetween(to, from, hours) / 1000;
}

/** Whether the calendar is open at an instant. The opening instant is open, the closing one is not. */
export function isOpen(at: string, calendar: Calendar): boolean {
  return nextOpening(at, calendar) === isoOf(epochOf(at));
}

/** The first open instant from `at` on: `at` itself while open. Throws like `deadline`. */
export function nextOpening(at: string, calendar: Calendar): string {
  const from = epochOf(at);
  const hours = hoursOf(calendar);
  if (hours.roundTheClock) return isoOf(from);
  for (const [open] of openings(hours, from)) return isoOf(Math.max(open, from));
  throw new RangeError('This calendar stays closed for the next hundred years. Look at its holidays.');
}

/**
 * When the calendar closes that is open at an instant; undefined while it is closed, and where it does not close within a week.
 * Ranges that touch across midnight are one. Throws like `deadline`.
 */
export function closingAt(at: string, calendar: Calendar): string | undefined {
  const from = epochOf(at);
  const hours = hoursOf(calendar);
  if (hours.roundTheClock) return undefined;
  let closes: number | undefined;
  for (const [open, close] of openings(hours, from)) {
    if (open > (closes ?? from)) return closes === undefined ? undefined : isoOf(closes);
    closes = close;
    // Who is there for a week on end is not told apart from who never leaves.
    if (closes - from > 7 * DAY) return undefined;
  }
  return closes === undefined ? undefined : isoOf(closes);
}

function openBetween(from: number, to: number, hours: Hours): number {
  if (hours.roundTheClock) return to - from;
  let open = 0;
  for (const [begin, close] of openings(hours, from)) {
    if (begin >= to) break;
    open += Math.min(close, to) - Math.max(begin, from);
  }
  return open;
}

/** The stretches open after `from`, in order, the first one perhaps already begun; none that begins a century later. */
function* openings({ timeZone, week, holidays }: Hours, from: number): Generator<readonly [number, number]> {
  // No zone is a whole day behind UTC, so the local date at `from` is at the earliest the one before the UTC date.
  const firstDay = Math.floor(from / DAY) - 1;
  const lastDay = firstDay + CENTURY / DAY;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const ranges = holidays.has(day) ? undefined : week[weekdayOf(day)];
    for (const [opens, closes] of ranges ?? []) {
      const close = timeOfDay(day, closes, timeZone);
      if (close <= from) continue;
      const open = timeOfDay(day, opens, timeZone);
      if (open < close) yield [open, close];
    }
  }
}

/** 0 is Monday; day 0, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function epochOf(instant: string): number {
  const epoch = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  // A date such as 30 February is rolled over by the engine, so the answer must say the same as the question.
  if (Number.isNaN(epoch) || isoOf(epoch).slice(0, 19) !== instant.slice(0, 19)) {
    throw new RangeError(
      `"${instant}" is not an instant; write it in UTC, such as "2026-11-20T10:15:00.000Z".`,
    );
  }
  return epoch;
}

function isoOf(epoch: number): string {
  return new Date(epoch).toISOString();
}
