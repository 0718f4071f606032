import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unreadKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import type { Table } from './table.ts';

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

/** Keeps an event that was dropped, once however often it is delivered (A13). */
export async function keepUnread(table: Table, unread: Unread): Promise<void> {
  const { receivedAt, raw, traceId } = unread;
  const key = unreadKey(receivedAt.slice(0, 10), orderedId(receivedAt, `${traceId}:${raw}`));
  const expiresAt = Math.floor(Date.parse(receivedAt) / 1000) + KEPT;
  const bytes = Buffer.from(raw);
  const kept = bytes.subarray(0, LONGEST).toString();
  const item = { ...key, ...unread, raw: kept, truncated: bytes.length > LONGEST, expiresAt };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}
