import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { DUE_SHARDS, dueKey, indexes } from './keys.ts';
import type { Table } from './table.ts';

/** Something that is to be looked at when an instant has passed. */
export const DueItem = z.object({ id: z.string(), dueAt: z.string() });
export type DueItem = z.infer<typeof DueItem>;

const IndexEntry = z.object({ dueSort: z.string() });

/** All that falls due up to an instant, page by page, shard by shard (A11). What lies later is not read. */
export async function* dueBy(table: Table, until: string): AsyncGenerator<DueItem[]> {
  const { name, partitionKey, sortKey } = indexes.due;
  for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
    let start: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :shard AND ${sortKey} < :until`,
          ExpressionAttributeValues: { ':shard': dueKey(shard), ':until': `${until}~` },
          ExclusiveStartKey: start,
        }),
      );
      yield (Items ?? []).map(dueItemOf);
      start = LastEvaluatedKey;
    } while (start);
  }
}

/** Reads `<instant>#<id>`, the sort key of the due index. */
export function dueItemOf(item: Record<string, unknown>): DueItem {
  const [dueAt = '', id = ''] = IndexEntry.parse(item).dueSort.split('#');
  return { dueAt, id };
}
