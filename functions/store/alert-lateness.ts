import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { latenessKey } from './keys.ts';
import type { Table } from './table.ts';

/** Counters of a day are kept this long, in seconds. */
const KEPT = 40 * 24 * 3600;

/**
 * Notes how long after its instant an alert left, and says it in milliseconds (A47): one more in the band of its lateness, which
 * doubles from band to band.
 */
export async function noteLateness(
  table: Table,
  { at, since }: { at: string; since: string },
): Promise<number> {
  const milliseconds = Date.parse(at) - Date.parse(since);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: latenessKey(at.slice(0, 10)),
      UpdateExpression: 'ADD #band :one SET expiresAt = :expires',
      ExpressionAttributeNames: { '#band': `below-${bandOf(milliseconds)}` },
      ExpressionAttributeValues: { ':one': 1, ':expires': Math.floor(Date.parse(at) / 1000) + KEPT },
    }),
  );
  return milliseconds;
}

function bandOf(milliseconds: number): number {
  let bound = 125;
  while (bound < milliseconds) bound *= 2;
  return bound;
}

/** How late alerts left: how many there were, and below how many milliseconds half of them stayed, and all but one in a hundred. */
export interface Lateness {
  count: number;
  p50: number;
  p99: number;
}

/** How late the alerts since a day left (A47); undefined when none did. */
export async function latenessSince(table: Table, day: string): Promise<Lateness | undefined> {
  const { pk } = latenessKey('');
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk >= :day',
      ExpressionAttributeValues: { ':pk': pk, ':day': day },
    }),
  );
  const bands = new Map<number, number>();
  for (const item of Items) {
    for (const [name, count] of Object.entries(item)) {
      const bound = /^below-(\d+)$/.exec(name)?.[1];
      if (bound === undefined) continue;
      bands.set(Number(bound), (bands.get(Number(bound)) ?? 0) + z.number().parse(count));
    }
  }
  const count = [...bands.values()].reduce((sum, one) => sum + one, 0);
  return count === 0
    ? undefined
    : { count, p50: quantile(bands, 0.5 * count), p99: quantile(bands, 0.99 * count) };
}

function quantile(bands: Map<number, number>, rank: number): number {
  let seen = 0;
  for (const [bound, count] of [...bands].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return bound;
  }
  return 0;
}
