import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { Announcement, eventData, promiseEvents, tallyEvents } from '../domain/events.ts';
import { learnAnswer } from '../past-answers.ts';
import { tallyPromise } from '../promise-tally.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { worker } from '../shell.ts';
import type { Table } from '../store/table.ts';
import { countsOf, tallyMove } from '../store/tally.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  table: Table;
  telemetry: Telemetry;
}

/** The announcements that change how many conversations each view holds. */
const TallyAnnouncement = z.extend(Announcement, {
  name: z.enum(tallyEvents),
  conversationId: z.string(),
  data: eventData['conversation.counted'],
});

export const handler = worker(
  'stats',
  ({ TABLE_NAME }, telemetry): Services => ({ table: openTable(TABLE_NAME), telemetry }),
  { record: count },
);

/** Counts what an announcement changes: where a conversation stands, or how a promise fares. */
export async function count(record: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { name } = readBusEvent(record.body, Announcement);
  if (tallyEvents.some((move) => move === name)) return tallyConversation(record, services);
  return promiseEvents.some((promise) => promise === name)
    ? tallyPromise(record, services)
    : learnAnswer(record, services);
}

/** Counts a conversation out of some views and into others, once per announcement. */
export async function tallyConversation(
  { body }: Pick<SQSRecord, 'body'>,
  { table, telemetry }: Services,
): Promise<void> {
  const { id: eventId, traceId, at, conversationId, data } = readBusEvent(body, TallyAnnouncement);
  const { channel, left, entered } = data;
  const counted = await tallyMove(table, { eventId, conversationId, left, entered, at });
  if (!counted) return telemetry.info('tallied before', { traceId, eventId });
  const { desk } = await countsOf(table, { teams: [] });
  telemetry.gauge('OpenConversations', desk.get(`open-${channel}`) ?? 0, { channel });
}
