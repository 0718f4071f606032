import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import type { Item, Table } from '../../../functions/store/table.ts';
import { runningClock, sampleConversation } from './sample.ts';

/** DynamoDB takes this many items in one request, and an engine on the same machine a few such requests at once. */
const BATCH = 25;
const AT_ONCE = 4;

/** Stores conversations as they are, quickly: without messages, and whatever was there before. */
export async function storeConversations(table: Table, conversations: Conversation[]): Promise<void> {
  const batches: Item[][] = [];
  for (let start = 0; start < conversations.length; start += BATCH)
    batches.push(conversations.slice(start, start + BATCH).map(conversationItem));
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) await storeBatch(table, batch);
  });
  await Promise.all(lanes);
}

async function storeBatch({ client, name }: Table, items: Item[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  const { UnprocessedItems } = await client.send(
    new BatchWriteCommand({ RequestItems: { [name]: requests } }),
  );
  if (UnprocessedItems?.[name]) throw new Error('The engine left out some of the items.');
}

/**
 * Conversations that wait, one second after the other from `from` on, of the same size whatever their number; so that the most
 * urgent ones stay the same when more are added behind them.
 */
export function waitingConversations(count: number, from: string): Conversation[] {
  return Array.from({ length: count }, (_, number) => {
    const dueAt = new Date(Date.parse(from) + number * 1000).toISOString();
    const key = `waiting ${`${number}`.padStart(6, '0')} from ${from}`;
    return sampleConversation(key, { clocks: [runningClock(dueAt)], clockCount: 1 });
  });
}
