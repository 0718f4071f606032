import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { droppedKey, unreadKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import type { Table } from './table.ts';
import { writeInTurn } from './write.ts';

/** How long an event that nobody understood is kept, in seconds: long enough to teach Hark its kind and read it again. */
const KEPT = 30 * 24 * 3600;
/** A table item holds 400 KB; what is longer is kept up to here, in bytes. */
const LONGEST = 300_000;

/** An event of a platform that Hark could not read, as it came. */
export interface Unread {
  channel: string;
  reason: string;
  receivedAt: string;
  traceId: string;
  /** The fragment as JSON text. */
  raw: string;
}

/** Keeps an event that was dropped, and counts it, once however often it is delivered (A13, A46). */
export async function keepUnread(table: Table, unread: Unread): Promise<void> {
  const { receivedAt, raw, traceId, reason } = unread;
  const day = receivedAt.slice(0, 10);
  const key = unreadKey(day, orderedId(receivedAt, `${traceId}:${raw}`));
  const expiresAt = Math.floor(Date.parse(receivedAt) / 1000) + KEPT;
  const bytes = Buffer.from(raw);
  const kept = bytes.subarray(0, LONGEST).toString();
  const item = { ...key, ...unread, raw: kept, truncated: bytes.length > LONGEST, expiresAt };
  const counter = {
    Key: droppedKey(day, reason),
    UpdateExpression: 'ADD #count :one SET #day = :day, reason = :reason, expiresAt = :expires',
    ExpressionAttributeNames: { '#count': 'count', '#day': 'day' },
    ExpressionAttributeValues: { ':one': 1, ':day': day, ':reason': reason, ':expires': expiresAt },
  };
  const isNew = 'attribute_not_exists(pk)';
  const refused = await writeInTurn(table, [
    { Put: { Item: item, ConditionExpression: isNew } },
    { Update: counter },
  ]);
  if (refused.every(({ index, reason: why }) => index === 0 && why === 'condition')) return;
  throw new Error('Too many events that nobody understands come in at this moment.');
}

const Count = z.object({ day: z.string(), reason: z.string(), count: z.number() });

/** How many events nobody understood since a day, by day and reason, the latest day first (A46). */
export async function listUnreadCounts(table: Table, since: string): Promise<z.infer<typeof Count>[]> {
  const { pk } = droppedKey('', '');
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk >= :since',
      ExpressionAttributeValues: { ':pk': pk, ':since': since },
      ScanIndexForward: false,
    }),
  );
  return Items.map((item) => Count.parse(item));
}
