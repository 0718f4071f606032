import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

/** Six digits a unit are far more than any target needs and keep every sum exact. */
const SHAPE =
  /^P(?=\d|T\d)(?:\d{1,6}W)?(?:\d{1,6}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,6}(?:\.\d{1,3})?S)?)?$/;
const HOW =
  'write weeks, days, hours, minutes and seconds as "P1D", "PT2H" or "PT1H30M". Months and years differ in length, so they cannot be a target.';

/** How long a target lasts, in ISO 8601: positive, and of units that are always equally long. It stays a string. */
export const Duration = z.string().check(
  z.refine((iso) => SHAPE.test(iso), {
    error: (issue) => `"${issue.input}" is not a duration; ${HOW}`,
    abort: true,
  }),
  z.refine((iso) => durationSeconds(iso) > 0, {
    error: 'A target of no time would be missed at once; make it longer than zero.',
  }),
);
export type Duration = z.infer<typeof Duration>;

/**
 * Seconds of an ISO 8601 duration, zero included. A day is 24 hours of counting and a week seven of them: on a calendar
 * open eight hours a day, "P1D" is used up after three days. Throws RangeError for what the schema refuses in shape.
 */
export function durationSeconds(iso: string): number {
  if (!SHAPE.test(iso)) throw new RangeError(`"${iso}" is not a duration; ${HOW}`);
  const duration = Temporal.Duration.from(iso);
  return duration.with({ weeks: 0, days: duration.days + 7 * duration.weeks }).total('seconds');
}
