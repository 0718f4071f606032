import * as z from 'zod/mini';
import { Announcement, eventData, spikeEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { listen } from '../spikes.ts';
import { getConversation, getMessage } from '../store/conversations.ts';
import { countHeard, getWatch, listHeard, newSpikeId, putSpike } from '../store/spikes.ts';
import type { Books, Entry } from './bookkeeper.ts';

const Heard = z.extend(Announcement, {
  name: z.enum(spikeEvents),
  conversationId: z.string(),
  data: eventData['message.received'],
});

/** Counts what a customer's message is about, and notices when many more than usual speak of the same. */
export async function noticeSpikes({ body }: Entry, { desk, telemetry }: Books): Promise<void> {
  const { table, clock } = desk;
  const { conversationId, traceId, data } = readBusEvent(body, Heard);
  const [message, conversation] = await Promise.all([
    getMessage(table, data.messageId),
    getConversation(table, conversationId),
  ]);
  // Erased since.
  if (!message || !conversation || conversation.blocked) return;
  const now = clock();
  const noticed = await listen(message, conversation.teamId, now, {
    count: (heard) => countHeard(table, heard),
    heard: (asked) => listHeard(table, asked),
    watch: (teamId) => getWatch(table, teamId),
    save: (spike, watch) => putSpike(table, spike, watch, { at: now, traceId }),
    newId: (topic) => newSpikeId(now, `${conversation.teamId}:${topic}`),
  });
  for (const { id, teamId, count, usual } of noticed) {
    telemetry.count('SpikeNoticed');
    telemetry.info('many more than usual speak of the same', { traceId, spikeId: id, teamId, count, usual });
  }
}
