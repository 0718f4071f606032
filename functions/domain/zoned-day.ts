import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './business-calendar.ts';
import { DAY, instantOf } from './business-wall-clock.ts';

/** A date in a team's time zone, and how to turn its hours into instants. */
export type Day = Temporal.PlainDate;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LAST_SECOND = DAY - 1000;

/** The date that the clocks of a zone show at an instant. */
export function dayOf(at: string, timeZone: string): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A date, or undefined where the calendar has none. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    // There is no 31 April, and no cheaper way to ask.
    return undefined;
  }
}

/** The instant at which the clocks of a zone show a time of a day. */
export function atTime(day: Day, hour: number, minute: number, timeZone: string): string {
  const wall = Date.UTC(day.year, day.month - 1, day.day, hour, minute);
  return new Date(instantOf(wall, timeZone)).toISOString();
}

/** The last second of a day. */
export function endOfDay(day: Day, timeZone: string): string {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  return new Date(instantOf(midnight + LAST_SECOND, timeZone)).toISOString();
}

/** Whether a desk with this calendar works on a day; without one, Monday to Friday. */
export function isWorkingDay(day: Day, calendar: Calendar | undefined): boolean {
  if (!calendar) return day.dayOfWeek <= 5;
  return closingOf(day, calendar) !== undefined;
}

/** When the calendar closes for the day (minutes after midnight); undefined on a day on which it does not open. */
function closingOf(day: Day, { week, holidays }: Calendar): number | undefined {
  if (holidays.includes(day.toString())) return undefined;
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  const ranges = (weekday && week[weekday]) ?? [];
  const ends = ranges.map(([, end]) => Number(end.slice(0, 2)) * 60 + Number(end.slice(3)));
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/**
 * The instant at which the work of a day is over: when its calendar closes, else its last second. What closes before `after` is no
 * end to wait for, so the day's last second stands in.
 */
export function closeOfDay(
  day: Day,
  timeZone: string,
  { calendar, after }: { calendar?: Calendar | undefined; after: string },
): string {
  const closing = calendar && closingOf(day, calendar);
  if (closing === undefined || closing >= 24 * 60) return endOfDay(day, timeZone);
  const close = atTime(day, 0, closing, calendar?.timeZone ?? timeZone);
  return close > after ? close : endOfDay(day, timeZone);
}

/** The day on which `count` working days have passed. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar | undefined): Day {
  let day = from;
  // A calendar opens on some weekday, and its holidays are a list; this much is more than any of them closes.
  for (let left = count, looked = 0; left > 0 && looked < 4_000; looked += 1) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The last working day of the week that a day lies in, which begins on Monday; Sunday when none is left. */
export function lastWorkingDayOfWeek(day: Day, calendar: Calendar | undefined): Day {
  for (let last = day.add({ days: 7 - day.dayOfWeek }); last.dayOfWeek >= day.dayOfWeek; ) {
    if (isWorkingDay(last, calendar)) return last;
    if (last.equals(day)) break;
    last = last.subtract({ days: 1 });
  }
  return day.add({ days: 7 - day.dayOfWeek });
}
