import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Broadcast, broadcastDueAt } from '../domain/broadcast.ts';
import type { DeskEvent } from '../domain/events.ts';
import {
  broadcastDueId,
  broadcastKey,
  broadcastOutboxKey,
  broadcastsKey,
  DUE_SHARDS,
  dueKey,
  idempotencyKey,
  indexes,
} from './keys.ts';
import { orderedId, shardOf } from './ordered-id.ts';
import { getItem, type Item, type Table } from './table.ts';
import { type Write, write } from './write.ts';

/** Who did something, when, and as part of which request. */
export interface Occasion {
  at: string;
  actor: string;
  traceId: string;
}

/** A write under a name of the caller's; whoever repeats it finds `result`. */
export interface Named {
  scope: string;
  key: string;
  result: string;
}

/** How long a repeated write is recognised, in seconds. */
const NAME_KEPT = 24 * 3600;

/** A broadcast by its id (A50). */
export function getBroadcast(table: Table, id: string): Promise<Broadcast | undefined> {
  return getItem(table, broadcastKey(id), Broadcast);
}

/**
 * Writes a broadcast over the version that it was decided on, with its news (A50, A59). `duplicate`: the named write was made
 * before.
 */
export async function saveBroadcast(
  table: Table,
  { before, after }: { before: Broadcast | undefined; after: Broadcast },
  events: DeskEvent[],
  occasion: Occasion,
  named?: Named,
): Promise<'saved' | 'conflict' | 'duplicate'> {
  const version = (before?.version ?? 0) + 1;
  const writes: Write[] = [
    {
      Put: {
        Item: broadcastItem({ ...after, version }),
        ConditionExpression: before ? 'version = :version' : 'attribute_not_exists(pk)',
        ...(before && { ExpressionAttributeValues: { ':version': before.version } }),
      },
    },
    ...(events.length > 0 ? [broadcastNews(after.id, `${version}`, events, occasion)] : []),
    ...(named ? [nameWrite(named, occasion.at)] : []),
  ];
  const refused = await write(table, writes);
  if (refused.length === 0) return 'saved';
  const isNamedBefore =
    named && refused.some(({ index, reason }) => index === writes.length - 1 && reason === 'condition');
  return isNamedBefore ? 'duplicate' : 'conflict';
}

/** The write of what is to be announced about a broadcast (A59); `name` tells it from others of the same broadcast. */
export function broadcastNews(
  id: string,
  name: string,
  events: DeskEvent[],
  { at, actor, traceId }: Occasion,
): Write {
  const newsId = orderedId(at, `${id}:${name}`);
  return { Put: { Item: { ...broadcastOutboxKey(id, newsId), id: newsId, at, actor, traceId, events } } };
}

/** The write under a name of the caller’s: refused when it was made before. */
export function nameWrite({ scope, key, result }: Named, at: string): Write {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + NAME_KEPT;
  return {
    Put: {
      Item: { ...idempotencyKey(scope, key), result, expiresAt },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

function broadcastItem(broadcast: Broadcast): Item {
  const { id } = broadcast;
  const dueAt = broadcastDueAt(broadcast);
  return {
    ...broadcastKey(id),
    ...broadcast,
    [indexes.inbox.partitionKey]: broadcastsKey,
    [indexes.inbox.sortKey]: id,
    ...(dueAt !== undefined && {
      [indexes.due.partitionKey]: dueKey(shardOf(id, DUE_SHARDS)),
      [indexes.due.sortKey]: `${dueAt}#${broadcastDueId(id)}`,
    }),
  };
}

/** Broadcasts, latest first (A51). `last` continues the list and is undefined at its end. */
export async function listBroadcasts(
  table: Table,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ broadcasts: Broadcast[]; last?: string | undefined }> {
  const { name, partitionKey, sortKey } = indexes.inbox;
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :all${after === undefined ? '' : ` AND ${sortKey} < :after`}`,
      ExpressionAttributeValues: { ':all': broadcastsKey, ...(after !== undefined && { ':after': after }) },
      ScanIndexForward: false,
      Limit: limit + 1,
    }),
  );
  const broadcasts = z.array(Broadcast).parse(Items.slice(0, limit));
  return { broadcasts, last: Items.length > limit ? broadcasts.at(-1)?.id : undefined };
}
