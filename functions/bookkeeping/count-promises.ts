import * as z from 'zod/mini';
import { Announcement, eventData, promiseEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { countPromise as countFate, type Fate } from '../store/promise-counts.ts';
import type { Books, Entry } from './bookkeeper.ts';

/** The announcements of how a promise fares. */
const PromiseAnnouncement = z.extend(Announcement, {
  name: z.enum(promiseEvents),
  conversationId: z.string(),
  data: z.extend(eventData['promise.broken'], { late: z.optional(z.boolean()) }),
});

const fates: Record<(typeof promiseEvents)[number], Fate> = {
  'promise.made': 'made',
  'promise.kept': 'kept',
  'promise.broken': 'broken',
  'promise.withdrawn': 'withdrawn',
};

/** Counts how a promise fared, once per announcement. */
export async function countPromise({ body }: Entry, { desk, telemetry }: Books): Promise<void> {
  const { id: eventId, traceId, at, name, conversationId, data } = readBusEvent(body, PromiseAnnouncement);
  const { promiseId, teamId, dueAt, late } = data;
  const fate = late ? 'keptLate' : fates[name];
  const counted = await countFate(desk.table, {
    eventId,
    fate,
    conversationId,
    promiseId,
    teamId,
    dueAt,
    at,
  });
  if (!counted) telemetry.info('counted before', { traceId, eventId });
}
