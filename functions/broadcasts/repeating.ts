import type { Broadcast } from '../domain/broadcast.ts';
import { afterOnce, nextOccurrence } from '../domain/recurrence.ts';
import { saveBroadcast } from '../store/broadcasts.ts';
import type { Broadcasting } from './broadcasting.ts';

/** Schedules the next one of a recurring broadcast, once: its id follows from the one before. What was approved stays approved. */
export async function repeatLater(
  broadcast: Broadcast,
  traceId: string,
  { desk }: Broadcasting,
): Promise<void> {
  const { recurrence, publishAt, timeZone } = broadcast;
  const next = recurrence && publishAt && nextOccurrence(publishAt, recurrence, timeZone);
  if (!next) return;
  const { course: _, endedAt: __, ...said } = broadcast;
  const after: Broadcast = {
    ...said,
    id: desk.orderedId(next, `repeat:${broadcast.id}`),
    version: 0,
    state: 'scheduled',
    publishAt: next,
    recurrence: afterOnce(recurrence),
    repeats: broadcast.repeats ?? broadcast.id,
    ...shifted(broadcast, Date.parse(next) - Date.parse(publishAt)),
  };
  const data = { broadcastId: after.id, publishAt: next };
  const occasion = { at: desk.clock(), actor: 'clock', traceId };
  await saveBroadcast(
    desk.table,
    { before: undefined, after },
    [{ name: 'broadcast.scheduled', data }],
    occasion,
  );
}

/** The next time of the planned work that it tells of; all that tell of the same work name it alike then, too. */
function shifted({ startsAt, endsAt }: Broadcast, by: number): Pick<Broadcast, 'startsAt' | 'endsAt'> {
  const at = (instant: string) => new Date(Date.parse(instant) + by).toISOString();
  return {
    ...(startsAt !== undefined && { startsAt: at(startsAt) }),
    ...(endsAt !== undefined && { endsAt: at(endsAt) }),
  };
}
