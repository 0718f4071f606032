import * as z from 'zod/mini';
import { letGoOfAll, proposeHeard, proposeRecent } from '../affected-conversations.ts';
import { Announcement, eventData, type incidentEvents } from '../domain/events.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import type { Books, Entry } from './bookkeeper.ts';

const Received = z.extend(Announcement, {
  name: z.literal('message.received' satisfies (typeof incidentEvents)[number]),
  conversationId: z.string(),
  data: eventData['message.received'],
});
const Changed = z.extend(Announcement, {
  name: z.enum(['incident.declared', 'incident.changed', 'incident.resolved']),
  data: eventData['incident.declared'],
});

/** Proposes conversations for incidents as either comes, and lets them go when an incident is over. */
export async function followIncidents({ body }: Entry, { desk }: Pick<Books, 'desk'>): Promise<void> {
  const event = readBusEvent(body, z.union([Received, Changed]));
  if (event.name === 'message.received')
    return proposeHeard(event.conversationId, event.data.messageId, desk);
  const { incidentId } = event.data;
  if (event.name === 'incident.resolved') return letGoOfAll(incidentId, event.traceId, desk);
  return proposeRecent(incidentId, desk);
}
