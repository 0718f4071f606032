import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './business-calendar.ts';
import type { Instant } from './instant.ts';
import { english } from './time-words/english.ts';
import { minutesFrom, type TimeWords, type Unit } from './time-words/time-words.ts';
import {
  addWorkingDays,
  atTime,
  closeOfDay,
  type Day,
  dayFrom,
  dayOf,
  endOfDay,
  lastWorkingDayOfWeek,
} from './zoned-day.ts';

/** What "tomorrow" and "the end of the day" are counted from. */
export interface Present {
  at: Instant;
  /** The team's. */
  timeZone: string;
  /** The team's opening hours; a day's work ends when they do. */
  calendar?: Calendar | undefined;
}

const OFFICE_CLOSES = 17;
/** Few are at work before eight, so "at 3" is the afternoon. */
const FEW_WORK_BEFORE = 8;
const AFTERNOON = 18;

/**
 * By when something is promised, in the words of a promise; undefined when they name no time. What is vague ("soon", "in a few
 * minutes") is no time. A day alone means its end, and part of a day the end of that part, as the customer would read it.
 */
export function promisedTime(
  said: string,
  present: Present,
  words: TimeWords = english,
): Instant | undefined {
  const text = words.rewrites.reduce((before, [pattern, by]) => before.replace(pattern, by), said);
  const due = durationIn(text, present, words) ?? pointIn(text, present, words);
  return due !== undefined && due > present.at ? due : undefined;
}

function durationIn(text: string, present: Present, words: TimeWords): Instant | undefined {
  const { count, unit, half } = firstMatch(words.durations, text) ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const amount = numberOf(count, words, 1) + (half ? 0.5 : 0);
  const named = words.units.find(([pattern]) => pattern.test(unit))?.[1] ?? 'months';
  return laterBy(amount, named, present);
}

function firstMatch(patterns: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match.groups;
  }
  return undefined;
}

function laterBy(amount: number, unit: Unit, present: Present): Instant {
  const { at, timeZone, calendar } = present;
  const today = dayOf(at, timeZone);
  switch (unit) {
    case 'minutes':
      return after(at, amount * 60_000);
    case 'hours':
      return after(at, amount * 3_600_000);
    case 'working days':
      return closeOfDay(addWorkingDays(today, Math.ceil(amount), calendar), timeZone, {
        calendar,
        after: at,
      });
    case 'days':
      return sameTime(today.add({ days: Math.ceil(amount) }), present);
    case 'weeks':
      return sameTime(today.add({ days: Math.ceil(amount * 7) }), present);
    case 'fortnights':
      return sameTime(today.add({ days: Math.ceil(amount * 14) }), present);
    case 'months':
      return sameTime(today.add({ months: Math.ceil(amount) }), present);
  }
}

function numberOf(said: string, { numbers }: TimeWords, otherwise: number): number {
  const word = said.trim().toLowerCase();
  const named = numbers[word];
  if (named !== undefined) return named;
  const digits = Number(word.replace(',', '.'));
  return Number.isNaN(digits) ? otherwise : digits;
}

function after(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** The same hour of another day, whatever the clocks did in between. */
function sameTime(day: Day, { at, timeZone }: Present): Instant {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return atTime(day, now.hour, now.minute, timeZone);
}

/** A day and perhaps an hour of it, as the words have them. */
function pointIn(text: string, present: Present, words: TimeWords): Instant | undefined {
  const { at, timeZone, calendar } = present;
  const today = dayOf(at, timeZone);
  const dated = datesIn(text, present, words);
  if (dated.exact !== undefined) return dated.exact;
  const stretch = stretchIn(text, today, present, words);
  if (stretch) return closeOfDay(stretch, timeZone, { calendar, after: at });
  const named = dayNamed(text, today, words) ?? dated.day ?? dayOfMonth(text, today, words);
  const isOfficeDay = words.businessEnd.test(text) && !calendar;
  if (!isOfficeDay && words.dayEnd.test(text))
    return closeOfDay(named ?? today, timeZone, { calendar, after: at });
  const closing = isOfficeDay ? { hour: OFFICE_CLOSES, minute: 0 } : undefined;
  const time = closing ?? timeOfDayIn(text, dated.time, words);
  if (time) return timeOn(named, time, present);
  if (words.night.test(text)) return endOfDay(named ?? today, timeZone);
  return named && closeOfDay(named, timeZone, { calendar, after: at });
}

interface TimeOfDay {
  hour: number;
  minute: number;
  /** It may be meant in the afternoon as well as in the morning. */
  ambiguous?: boolean;
}

/** An hour that is said, in the part of the day that is said with it; or that part alone, which means its end. */
function timeOfDayIn(text: string, dated: TimeOfDay | undefined, words: TimeWords): TimeOfDay | undefined {
  const time = clockIn(text, words) ?? dated;
  const [, part] = words.dayParts.find(([pattern]) => pattern.test(text)) ?? [];
  if (!time || part === undefined)
    return time ?? (part === undefined ? undefined : { hour: part, minute: 0 });
  const { hour, minute, ambiguous } = time;
  // "A las 9 de la noche"; what says am or pm itself is exact.
  const isHalfDay = ambiguous || words.ambiguousUntil < 12;
  if (!isHalfDay) return time;
  return { hour: part >= AFTERNOON && hour < 12 ? hour + 12 : hour, minute };
}

/** A time of a named day; without one, the next time that the clock shows it. */
function timeOn(named: Day | undefined, time: TimeOfDay, { at, timeZone }: Present): Instant {
  const today = dayOf(at, timeZone);
  const { hour, minute, ambiguous } = time;
  const likely = ambiguous && hour < FEW_WORK_BEFORE ? hour + 12 : hour;
  const due = atTime(named ?? today, likely, minute, timeZone);
  if (due > at) return due;
  if (ambiguous && likely < 12) {
    const afternoon = atTime(named ?? today, likely + 12, minute, timeZone);
    if (afternoon > at) return afternoon;
  }
  return named ? due : atTime(today.add({ days: 1 }), likely, minute, timeZone);
}

/** Stretches of days: the day on which they are over. */
function stretchIn(text: string, today: Day, { calendar }: Present, words: TimeWords): Day | undefined {
  const next = words.nextWeek.exec(text);
  if (next) {
    const monday = today.add({ days: 8 - today.dayOfWeek });
    if (next.groups?.early !== undefined) return monday.add({ days: 1 });
    return next.groups?.mid !== undefined ? monday.add({ days: 2 }) : lastWorkingDayOfWeek(monday, calendar);
  }
  if (words.weekEnd.test(text)) return lastWorkingDayOfWeek(today, calendar);
  if (words.weekend.test(text)) return today.add({ days: 7 - today.dayOfWeek });
  if (words.nextMonth.test(text)) return lastOfMonth(today.add({ months: 1 }));
  return words.monthEnd.test(text) ? lastOfMonth(today) : undefined;
}

function lastOfMonth(day: Day): Day {
  return day.with({ day: day.daysInMonth });
}

function dayNamed(text: string, today: Day, { days }: TimeWords): Day | undefined {
  const [, away] = days.find(([pattern]) => pattern.test(text)) ?? [];
  return away === undefined ? undefined : today.add({ days: away });
}

function dayOfMonth(text: string, today: Day, words: TimeWords): Day | undefined {
  const { day: said, month } = words.dayOfMonth.exec(text)?.groups ?? {};
  const day = Number(said);
  if (!(day >= 1 && day <= 31)) return undefined;
  if (month !== undefined) {
    const inYear = dayFrom(today.year, Number(month), day);
    const isPast = inYear && Temporal.PlainDate.compare(inYear, today) < 0;
    return isPast ? dayFrom(today.year + 1, Number(month), day) : inYear;
  }
  const inMonth = day > today.day ? today : today.add({ months: 1 });
  return dayFrom(inMonth.year, inMonth.month, day);
}

/** An hour by the words of the language alone, such as "half past four". */
function clockIn(text: string, words: TimeWords): TimeOfDay | undefined {
  const groups = firstMatch(words.clock, text);
  if (!groups) return undefined;
  for (const [name, minutes] of Object.entries(minutesFrom)) {
    const said = groups[name];
    if (said === undefined) continue;
    const hour = numberOf(said, words, 0);
    if (!(hour >= 1 && hour <= 24)) return undefined;
    const shown = hour === 1 && minutes < 0 ? 13 : hour;
    const total = shown * 60 + minutes + Number(groups.minute ?? 0);
    const isExact = words.ambiguousUntil < 12 && groups.minute !== undefined;
    const ambiguous = !isExact && hour <= words.ambiguousUntil;
    return { hour: Math.floor(total / 60), minute: total % 60, ambiguous };
  }
  return undefined;
}

/** What chrono reads of dates and times of day; the zone's rules are applied here, as chrono knows only offsets. */
function datesIn(
  text: string,
  { at, timeZone }: Present,
  words: TimeWords,
): { exact?: Instant; day?: Day; time?: TimeOfDay } {
  const instant = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const reference = { instant: new Date(at), timezone: instant.offsetNanoseconds / 60_000_000_000 };
  const results = words.dates
    .parse(text, reference, { forwardDate: true })
    .filter((result) => !words.falseDates.test(result.text));
  // "5pm EST"; what chrono reckons from now has an offset too, but no name of one.
  const zoned = results.find(
    ({ start, text: said }) => start.isCertain('timezoneOffset') && /(?:[A-Z]{2,4}|[+-]\d{1,4})$/.test(said),
  );
  if (zoned) return { exact: zoned.start.date().toISOString() };
  const dated = results.find(({ start }) => start.isCertain('day') || start.isCertain('weekday'))?.start;
  const timed = results.find(({ start }) => start.isCertain('hour'))?.start;
  const today = instant.toPlainDate();
  const day = dated && dayFrom(dated.get('year') ?? 0, dated.get('month') ?? 0, dated.get('day') ?? 0);
  const hour = timed?.get('hour');
  return {
    // "On Monday", said on a Monday, is a week away.
    ...(day && { day: dated?.isCertain('weekday') && day.equals(today) ? day.add({ days: 7 }) : day }),
    ...(typeof hour === 'number' && {
      time: {
        hour: hour === 0 && words.night.test(text) ? 24 : hour,
        minute: timed?.get('minute') ?? 0,
        ambiguous:
          !timed?.isCertain('meridiem') &&
          hour >= 1 &&
          hour <= words.ambiguousUntil &&
          !words.noon.test(text),
      },
    }),
  };
}
