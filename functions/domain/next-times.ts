import type { Broadcast } from './broadcast.ts';
import type { Instant } from './instant.ts';
import { afterOnce, nextOccurrence } from './recurrence.ts';

/** What recurs, and when it happened last: at `publishAt`, or around the beginning of the work that it tells of. */
type Recurring = Pick<
  Broadcast,
  'recurrence' | 'publishAt' | 'meantFor' | 'timeZone' | 'startsAt' | 'endsAt'
>;

type NextTimes = Pick<Broadcast, 'recurrence' | 'startsAt' | 'endsAt'> & { publishAt: Instant };

/**
 * The times of the next one, and how often it still recurs; undefined after the last. Work begins at the same hour of the wall clock, and all else keeps its distance
 * from that, so that whatever tells of the same work tells of the same next one.
 */
export function nextTimes({
  recurrence,
  publishAt,
  meantFor = publishAt,
  timeZone,
  startsAt,
  endsAt,
}: Recurring): NextTimes | undefined {
  const from = startsAt ?? meantFor;
  const next = recurrence && from && nextOccurrence(from, recurrence, timeZone);
  if (!next || meantFor === undefined) return undefined;
  const by = Date.parse(next) - Date.parse(from);
  const moved = (instant: Instant) => new Date(Date.parse(instant) + by).toISOString();
  return {
    publishAt: moved(meantFor),
    recurrence: afterOnce(recurrence),
    ...(startsAt !== undefined && { startsAt: next }),
    ...(endsAt !== undefined && { endsAt: moved(endsAt) }),
  };
}
