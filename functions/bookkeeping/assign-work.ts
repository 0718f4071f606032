import * as z from 'zod/mini';
import { drainTeam, settleWork } from '../assignment.ts';
import { raiseAbout } from '../crowds.ts';
import { Announcement, eventData } from '../domain/events.ts';
import { teamsOf } from '../presence.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import type { Books, Entry } from './bookkeeper.ts';

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

/** Finds an agent for work that is nobody's, gives who has room what waits, and lets rise what draws a crowd. */
export async function assignWork({ body }: Entry, { desk, telemetry }: Books): Promise<void> {
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
