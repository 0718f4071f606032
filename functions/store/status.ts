import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { StatusEntry, type StatusNews, tellStatus } from '../domain/status-entry.ts';
import { statusEntryKey, statusEntryPrefix } from './keys.ts';
import { getItem, type Table } from './table.ts';
import { type Write, write } from './write.ts';

/** How long an entry is kept after it was last told of or ended, in seconds: the page shows 90 days. */
const KEPT = 120 * 24 * 3600;
const ATTEMPTS = 5;

/** Puts on the status page what is now known of something, and what is to be told of it (A60). @param now ISO 8601 instant */
export async function publishStatus(table: Table, news: StatusNews, now: string): Promise<StatusEntry> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await getStatusEntry(table, news.id);
    const after = { ...tellStatus(before, news), version: (before?.version ?? 0) + 1 };
    const refused = await write(table, [entryWrite(after, before, now)]);
    if (refused.length === 0) return after;
  }
  throw new Error(`Others changed the status entry ${ATTEMPTS} times in a row.`);
}

function entryWrite(after: StatusEntry, before: StatusEntry | undefined, at: string): Write {
  const lasts = after.endsAt === undefined || after.endsAt < at ? at : after.endsAt;
  // What goes on is kept however long it goes on.
  const kept =
    after.kind === 'incident' && after.endsAt === undefined ? {} : { expiresAt: secondsAfter(lasts, KEPT) };
  return {
    Put: {
      Item: { ...statusEntryKey(after.id), ...after, ...kept },
      ...(before
        ? {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
}

/** What the status page tells of one thing (A60). */
export function getStatusEntry(table: Table, id: string): Promise<StatusEntry | undefined> {
  return getItem(table, statusEntryKey(id), StatusEntry);
}

/** All that the status page may have to tell (A60). */
export async function listStatus(table: Table): Promise<StatusEntry[]> {
  const entries: StatusEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': statusEntryKey('').pk, ':prefix': statusEntryPrefix },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    entries.push(...(Items ?? []).map((item) => StatusEntry.parse(item)));
    from = LastEvaluatedKey;
  } while (from);
  return entries;
}

function secondsAfter(at: string, seconds: number): number {
  return Math.floor(Date.parse(at) / 1000) + seconds;
}
