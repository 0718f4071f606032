import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { Announcement, tallyEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { worker } from '../shell.ts';
import type { Table } from '../store/table.ts';
import { openByChannel, tallyOpen } from '../store/tally.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  table: Table;
  telemetry: Telemetry;
}

/** The announcements that change how many conversations are open. */
const TallyAnnouncement = z.extend(Announcement, {
  name: z.enum(tallyEvents),
  conversationId: z.string(),
  data: z.object({ channel: z.string() }),
});

export const handler = worker(
  'stats',
  ({ TABLE_NAME }, telemetry): Services => ({ table: openTable(TABLE_NAME), telemetry }),
  { record: tallyConversation },
);

/** Counts a conversation in or out, once per announcement. */
export async function tallyConversation(
  { body }: Pick<SQSRecord, 'body'>,
  { table, telemetry }: Services,
): Promise<void> {
  const { id, traceId, name, at, conversationId, data } = readBusEvent(body, TallyAnnouncement);
  const by = name === 'conversation.resolved' ? -1 : 1;
  const counted = await tallyOpen(table, { eventId: id, conversationId, channel: data.channel, by, at });
  if (!counted) return telemetry.info('tallied before', { traceId, eventId: id });
  const open = (await openByChannel(table)).get(data.channel) ?? 0;
  telemetry.gauge('OpenConversations', open, { channel: data.channel });
}
