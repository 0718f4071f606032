import type { SQSRecord } from 'aws-lambda';
import { conversationView } from '../api/representation.ts';
import { senderOf } from '../channels/senders.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { LiveDesk } from '../live/page.ts';
import { tellPages } from '../live/tell.ts';
import { ChangeNotice } from '../queues/change-notice.ts';
import { openPost } from '../services/live.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { getConversation } from '../store/conversations.ts';
import { listConnections } from '../store/live-connections.ts';

interface Services extends LiveDesk {
  /** The row of the inbox as the API shows it. */
  rowOf(conversation: Conversation, now: string): { id: string };
}

/** The row as `GET /api/conversations` has it, so that a page can put it in the place of the one that it shows. */
export const rowOf: Services['rowOf'] = (conversation, now) =>
  conversationView(conversation, now, senderOf(conversation.channel)?.limits);

export const handler = worker(
  'push',
  ({ TABLE_NAME, LIVE_ENDPOINT }): Services => ({
    table: openTable(TABLE_NAME),
    clock: wallClock,
    post: openPost(LIVE_ENDPOINT),
    rowOf,
  }),
  { record: push },
);

/** Shows every open page what a conversation looks like now; a desk where nobody is costs one question. */
export async function push({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { conversationId, events, by } = ChangeNotice.parse(JSON.parse(body));
  const { table, clock } = services;
  const now = clock();
  const connections = await listConnections(table, Math.floor(Date.parse(now) / 1000));
  if (connections.length === 0) return;
  const conversation = await getConversation(table, conversationId);
  if (!conversation) return;
  const pages = connections.map(({ connectionId }) => connectionId);
  const row = services.rowOf(conversation, now);
  await tellPages(services, pages, { type: 'conversation', conversation: row, events, by });
}
