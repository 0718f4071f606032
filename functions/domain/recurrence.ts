import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Instant } from './instant.ts';

/** How often something is repeated. */
export const Recurrence = z.object({
  every: z.enum(['day', 'week', 'month']),
  /** Every second week is 2. */
  interval: z._default(z.number().check(z.int(), z.gte(1), z.lte(99)), 1),
  /** The last instant at which it may still happen. */
  until: z.optional(Instant),
  /** How often it still happens, this time counted; as often as it may unless said. */
  times: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
});
export type Recurrence = z.infer<typeof Recurrence>;

/**
 * The next time after one, at the same hour of the wall clock; undefined after the last. The 31st becomes the last day of a
 * shorter month; an hour that the clock skips becomes the one after.
 */
export function nextOccurrence(
  at: Instant,
  { every, interval, until, times }: Recurrence,
  timeZone = 'UTC',
): Instant | undefined {
  if (times !== undefined && times <= 1) return undefined;
  const next = Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .add({ [`${every}s`]: interval })
    .toInstant();
  const instant = new Date(next.epochMilliseconds).toISOString();
  return until !== undefined && instant > until ? undefined : instant;
}

/** What is left of it after one time: as before, once less where they are counted. */
export function afterOnce({ times, ...rest }: Recurrence): Recurrence {
  return times === undefined ? rest : { ...rest, times: times - 1 };
}
