import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { EngagementEvent } from '../domain/inbound-event.ts';
import type { Engagement } from '../domain/message.ts';
import { engagementCountKey, engagementKey, type Native } from './keys.ts';
import { getItems, type Table } from './table.ts';

/** How long a like is remembered as counted, in seconds. Platforms deliver again for 36 hours at most. */
const REMEMBERED = 30 * 24 * 3600;

/**
 * Counts a like or share of a message or post, or takes it back (A8, A18). A person counts once per target and sort, however
 * often the platform tells; `false` means that nothing changed.
 */
export async function countEngagement(table: Table, event: EngagementEvent): Promise<boolean> {
  const { channel, accountId, targetId, sort, personId, added, at } = event;
  const target = { channel, accountId, nativeId: targetId };
  const mark = { TableName: table.name, Key: engagementKey(target, sort, personId) };
  const expiresAt = Math.floor(Date.parse(at) / 1000) + REMEMBERED;
  const marked = added
    ? {
        Put: {
          TableName: table.name,
          Item: { ...mark.Key, expiresAt },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }
    : { Delete: { ...mark, ConditionExpression: 'attribute_exists(pk)' } };
  const counted = {
    Update: {
      TableName: table.name,
      Key: engagementCountKey(target),
      UpdateExpression: 'ADD #counter :one',
      ExpressionAttributeNames: { '#counter': sort === 'like' ? 'likes' : 'shares' },
      ExpressionAttributeValues: { ':one': added ? 1 : -1 },
    },
  };
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: [marked, counted] }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException && isCountedAlready(error)) return false;
    throw error;
  }
}

function isCountedAlready({ CancellationReasons }: TransactionCanceledException): boolean {
  return CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
}

const Count = z.object({ likes: z._default(z.number(), 0), shares: z._default(z.number(), 0) });

/** The counters of several targets (A18), by native id; those that nobody liked or shared are missing. */
export async function engagementOf(table: Table, targets: Native[]): Promise<Map<string, Engagement>> {
  if (targets.length === 0) return new Map();
  const found = await getItems(table, targets.map(engagementCountKey));
  return new Map(
    targets.flatMap((target) => {
      const item = found(engagementCountKey(target));
      return item ? [[target.nativeId, Count.parse(item)] as const] : [];
    }),
  );
}
