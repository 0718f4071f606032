import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Message } from '../domain/message.ts';
import { INBOX_SHARDS, indexes, outboundKey } from './keys.ts';
import type { HardState } from './message-item.ts';
import type { Table } from './table.ts';

/** Messages of ours in a state that wants somebody's look (A19), oldest first, at most `limit` a shard. */
export async function listHardCases(table: Table, state: HardState, limit: number): Promise<Message[]> {
  const { name, partitionKey } = indexes.inbox;
  const pages = await Promise.all(
    Array.from({ length: INBOX_SHARDS }, (_, shard) =>
      table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :key`,
          ExpressionAttributeValues: { ':key': outboundKey(state, shard) },
          Limit: limit,
        }),
      ),
    ),
  );
  const messages = pages.flatMap(({ Items }) => (Items ?? []).map((item) => Message.parse(item)));
  return messages.sort((a, b) => (a.at < b.at ? -1 : 1));
}
