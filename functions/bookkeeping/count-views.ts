import * as z from 'zod/mini';
import { Announcement, eventData, tallyEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { countsOf, tallyMove } from '../store/tally.ts';
import type { Books, Entry } from './bookkeeper.ts';

/** The announcements that change how many conversations each view holds. */
const Counted = z.extend(Announcement, {
  name: z.enum(tallyEvents),
  conversationId: z.string(),
  data: eventData['conversation.counted'],
});

/** Counts a conversation out of some views and into others, once per announcement. */
export async function countViews({ body }: Entry, { desk, telemetry }: Books): Promise<void> {
  const { id: eventId, traceId, at, conversationId, data } = readBusEvent(body, Counted);
  const { channel, left, entered, version } = data;
  const move = { eventId, conversationId, left, entered, version, at };
  const counted = await tallyMove(desk.table, move, desk.clock());
  if (!counted) return telemetry.info('tallied before', { traceId, eventId });
  const counts = await countsOf(desk.table, { teams: [] });
  telemetry.gauge('OpenConversations', counts.desk.get(`open-${channel}`) ?? 0, { channel });
}
