import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { drainTeam, settleWork } from '../assignment.ts';
import { raiseAbout } from '../crowds.ts';
import type { Desk } from '../desk.ts';
import { Announcement, eventData } from '../domain/events.ts';
import { teamsOf } from '../presence.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  desk: Desk;
  telemetry: Telemetry;
}

/** The announcements after which work may have to find another agent. */
const WorkAnnouncement = z.discriminatedUnion('name', [
  z.extend(Announcement, {
    name: z.literal('conversation.passed'),
    conversationId: z.string(),
    data: eventData['conversation.passed'],
  }),
  z.extend(Announcement, { name: z.literal('agent.reported'), data: eventData['agent.reported'] }),
  z.extend(Announcement, {
    name: z.literal('post.crowd-forming'),
    data: eventData['post.crowd-forming'],
  }),
]);

export const handler = worker(
  'assign',
  ({ TABLE_NAME }, telemetry): Services => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
    telemetry,
  }),
  { record: assignWork },
);

/** Finds an agent for work that is nobody's, gives who has room what waits, and lets rise what draws a crowd. */
export async function assignWork(
  { body }: Pick<SQSRecord, 'body'>,
  { desk, telemetry }: Services,
): Promise<void> {
  const news = readBusEvent(body, WorkAnnouncement);
  if (news.name === 'conversation.passed') {
    const { from, to } = news.data;
    await settleWork(news.conversationId, [...(from ? [from] : []), ...(to ? [to] : [])], desk);
  } else if (news.name === 'post.crowd-forming') {
    await raiseAbout(news.data, desk);
  } else if (news.data.state === 'online') {
    for (const teamId of await teamsOf(news.data.agentId, desk)) await drainTeam(teamId, desk);
  }
  const { id: eventId, traceId, name } = news;
  telemetry.info('settled who works on what', { traceId, eventId, event: name });
}
