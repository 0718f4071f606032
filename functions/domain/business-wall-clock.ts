import { Temporal } from 'temporal-polyfill';

/**
 * Wall-clock time of a zone, as instants. One rule for the two odd hours of the year:
 *
 * - a time that the clock skips (spring forward) means the moment of the jump;
 * - a time that the clock shows twice (fall back) means the first time it is shown.
 *
 * Of two wall-clock times the later one therefore never comes first, so opening hours neither overlap nor turn
 * around, and a range laid across such an hour lasts as long as it really lasts. (The "compatible" rule of calendars
 * moves 02:30 to 03:30 on a day that skips from 02:00 to 03:00, behind 03:00, which would do both.)
 *
 * A day is counted from 1970-01-01; a wall-clock time is the epoch milliseconds it would have in UTC.
 */

/** Milliseconds of an ordinary day. */
export const DAY = 86_400_000;

/** Enough for ten years of days a zone; a warm function that saw more starts its memory afresh. */
const REMEMBERED_DAYS = 4_000;
const dayStarts = new Map<string, Map<number, number>>();

/** The zones we know by name: of the IANA list, and not a bare offset, which could not know summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    // There is no other way to ask than to try: the engine's own list leaves out aliases that are valid.
    return false;
  }
}

/** Epoch milliseconds at which the clocks of `timeZone` show `wallTime`. Throws RangeError for an unknown zone. */
export function instantOf(wallTime: number, timeZone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallTime).toZonedDateTimeISO('UTC').toPlainDateTime();
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  // Skipped: "earlier" lands before the jump by the length of the jump, so the next transition is the jump.
  return (zoned.getTimeZoneTransition('next') ?? zoned).epochMilliseconds;
}

/** The first instant of a day in `timeZone`; a date that the zone never had starts where the next one does. */
export function startOfDay(day: number, timeZone: string): number {
  const known = rememberedStarts(timeZone);
  const remembered = known.get(day);
  if (remembered !== undefined) return remembered;
  const start = instantOf(day * DAY, timeZone);
  if (known.size >= REMEMBERED_DAYS) known.clear();
  known.set(day, start);
  return start;
}

/**
 * The instant that is `offset` milliseconds of wall-clock time after the midnight that begins `day`.
 * Days of 24 hours, nearly all, take an addition; the zone is only asked about the others.
 */
export function timeOfDay(day: number, offset: number, timeZone: string): number {
  const start = startOfDay(day, timeZone);
  const hasPlainLength = startOfDay(day + 1, timeZone) - start === DAY;
  return hasPlainLength ? start + offset : instantOf(day * DAY + offset, timeZone);
}

function rememberedStarts(timeZone: string): Map<number, number> {
  const known = dayStarts.get(timeZone) ?? new Map<number, number>();
  if (known.size === 0) dayStarts.set(timeZone, known);
  return known;
}
