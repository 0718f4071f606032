import type { Broadcast } from '../domain/broadcast.ts';
import { nextTimes } from '../domain/next-times.ts';
import { saveBroadcast } from '../store/broadcasts.ts';
import type { Broadcasting } from './broadcasting.ts';

/** Schedules the next one of a recurring broadcast, once: its id follows from the one before. What was approved stays approved. */
export async function repeatLater(
  broadcast: Broadcast,
  traceId: string,
  { desk }: Broadcasting,
): Promise<void> {
  const next = nextTimes(broadcast);
  if (!next) return;
  const { course: _, endedAt: __, meantFor: ___, ...said } = broadcast;
  const after: Broadcast = {
    ...said,
    id: desk.orderedId(next.publishAt, `repeat:${broadcast.id}`),
    version: 0,
    state: 'scheduled',
    repeats: broadcast.repeats ?? broadcast.id,
    ...next,
  };
  const data = { broadcastId: after.id, publishAt: next.publishAt };
  const occasion = { at: desk.clock(), actor: 'clock', traceId };
  await saveBroadcast(
    desk.table,
    { before: undefined, after },
    [{ name: 'broadcast.scheduled', data }],
    occasion,
  );
}
