import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { letGoOfAll, proposeHeard, proposeRecent } from '../affected-conversations.ts';
import type { Desk } from '../desk.ts';
import { Announcement, eventData, type incidentEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

const Received = z.extend(Announcement, {
  name: z.literal('message.received' satisfies (typeof incidentEvents)[number]),
  conversationId: z.string(),
  data: eventData['message.received'],
});
const Changed = z.extend(Announcement, {
  name: z.enum(['incident.declared', 'incident.changed', 'incident.resolved']),
  data: eventData['incident.declared'],
});

export const handler = worker(
  'incidents',
  ({ TABLE_NAME }): { desk: Desk } => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
  }),
  { record: followIncidents },
);

/** Proposes conversations for incidents as either comes, and lets them go when an incident is over. */
export async function followIncidents(
  { body }: Pick<SQSRecord, 'body'>,
  { desk }: { desk: Desk },
): Promise<void> {
  const event = readBusEvent(body, z.union([Received, Changed]));
  if (event.name === 'message.received')
    return proposeHeard(event.conversationId, event.data.messageId, desk);
  const { incidentId } = event.data;
  if (event.name === 'incident.resolved') return letGoOfAll(incidentId, event.traceId, desk);
  return proposeRecent(incidentId, desk);
}
