import type { Recurrence } from '../../api/broadcast.ts';
import { instantAt, wallTime } from '../../formats/zone-time.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';

/** Whether something recurs for ever, until a day, or some times. */
export type Ending = 'never' | 'until' | 'times';

export function endingOf({ until, times }: Recurrence): Ending {
  if (times !== undefined) return 'times';
  return until === undefined ? 'never' : 'until';
}

const DAYS_90 = 90 * 86_400_000;

/** A copy that ends in another way: in a quarter of a year or after five times, until somebody says otherwise. */
export function withEnding(
  { until: _, times: __, ...rest }: Recurrence,
  ending: string,
  timeZone: string,
  now: number,
): Recurrence {
  if (ending === 'times') return { ...rest, times: 5 };
  if (ending !== 'until') return rest;
  const day = wallTime(new Date(now + DAYS_90).toISOString(), timeZone).slice(0, 10);
  return withLastDay(rest, day, timeZone);
}

/** The last day on which it may happen, by the clock of a zone. */
export const lastDayOf = ({ until }: Recurrence, timeZone: string): string =>
  wallTime(until, timeZone).slice(0, 10);

/** A copy that ends with a day; as it was where that is none. */
export function withLastDay(recurrence: Recurrence, day: string, timeZone: string): Recurrence {
  const until = instantAt(`${day}T23:59`, timeZone);
  return until === undefined ? recurrence : { ...recurrence, until };
}

/** How often it comes again and until when, in words. */
export function recurrenceWords(recurrence: Recurrence, timeZone: string): string {
  const { every, interval, times } = recurrence;
  const often = words.every(interval, words.unit(interval, every));
  if (times !== undefined) return `${often}, ${words.timesLeft(times)}`;
  return recurrence.until === undefined
    ? often
    : `${often}, ${words.untilDay(lastDayOf(recurrence, timeZone))}`;
}
