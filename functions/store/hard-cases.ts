import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Message } from '../domain/message.ts';
import { INBOX_SHARDS, indexes, outboundKey } from './keys.ts';
import type { WatchedState } from './message-item.ts';
import type { Item, Table } from './table.ts';

/** Messages of ours in a state that somebody watches (A19), oldest first, at most `limit` a shard. */
export async function listMessagesIn(table: Table, state: WatchedState, limit: number): Promise<Message[]> {
  const shards = Array.from({ length: INBOX_SHARDS }, (_, shard) => pageOf(table, state, shard, { limit }));
  const pages = await Promise.all(shards);
  return pages.flatMap(({ messages }) => messages).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** All messages of ours in a state (A19), page by page, shard by shard. */
export async function* allMessagesIn(table: Table, state: WatchedState): AsyncGenerator<Message[]> {
  for (let shard = 0; shard < INBOX_SHARDS; shard += 1) {
    let start: Item | undefined;
    do {
      const page = await pageOf(table, state, shard, { start });
      yield page.messages;
      start = page.next;
    } while (start);
  }
}

async function pageOf(
  table: Table,
  state: WatchedState,
  shard: number,
  { limit, start }: { limit?: number; start?: Item | undefined },
): Promise<{ messages: Message[]; next: Item | undefined }> {
  const { name, partitionKey } = indexes.inbox;
  const { Items, LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :key`,
      ExpressionAttributeValues: { ':key': outboundKey(state, shard) },
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  return { messages: (Items ?? []).map((item) => Message.parse(item)), next: LastEvaluatedKey };
}
