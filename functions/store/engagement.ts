import * as z from 'zod/mini';
import type { EngagementEvent } from '../domain/inbound-event.ts';
import type { Engagement } from '../domain/message.ts';
import { engagementCountKey, engagementKey, type Native } from './keys.ts';
import { getItems, type Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** How long a like is remembered as counted, in seconds. Platforms deliver again for 36 hours at most. */
const REMEMBERED = 30 * 24 * 3600;

/**
 * Counts a like or share of a message or post, or takes it back (A8, A18). A person counts once per target and sort, however
 * often the platform tells; `false` means that nothing changed.
 * @throws Error when so many are counted at once that this one does not get its turn; the queue delivers it again.
 */
export async function countEngagement(table: Table, event: EngagementEvent): Promise<boolean> {
  const { channel, accountId, targetId, sort, personId, added, at } = event;
  const target = { channel, accountId, nativeId: targetId };
  const key = engagementKey(target, sort, personId);
  const expiresAt = Math.floor(Date.parse(at) / 1000) + REMEMBERED;
  const marked: Write = added
    ? { Put: { Item: { ...key, expiresAt }, ConditionExpression: 'attribute_not_exists(pk)' } }
    : { Delete: { Key: key, ConditionExpression: 'attribute_exists(pk)' } };
  const counted: Write = {
    Update: {
      Key: engagementCountKey(target),
      UpdateExpression: 'ADD #counter :one',
      ExpressionAttributeNames: { '#counter': sort === 'like' ? 'likes' : 'shares' },
      ExpressionAttributeValues: { ':one': added ? 1 : -1 },
    },
  };
  const refused = await writeInTurn(table, [marked, counted]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error('Too many likes of the same thing are counted at this moment.');
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
