import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { seenKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { brokenPromiseKey, promisesOfDayKey } from './said-keys.ts';
import type { Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** How long an event is remembered as counted, in seconds; longer than any queue delivers it again. */
const REMEMBERED = 15 * 24 * 3600;
/** How long a broken promise stands in the report, in seconds. */
const BROKEN_KEPT = 90 * 24 * 3600;

/** What became of a promise. Kept late counts beside broken, which it stays. */
export const Fate = z.enum(['made', 'kept', 'keptLate', 'broken', 'withdrawn']);
export type Fate = z.infer<typeof Fate>;

/** A promise whose standing changed. */
export interface PromiseNews {
  eventId: string;
  fate: Fate;
  conversationId: string;
  promiseId: string;
  teamId: string;
  dueAt: string;
  at: string;
}

/** Counts what became of a promise, once per event (A16, A76), and remembers a broken one (A77); `false` when it was counted before. */
export async function countPromise(table: Table, news: PromiseNews): Promise<boolean> {
  const { eventId, fate, teamId, at } = news;
  const seconds = Math.floor(Date.parse(at) / 1000);
  const seen = {
    Item: { ...seenKey(eventId), expiresAt: seconds + REMEMBERED },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  const day = at.slice(0, 10);
  const counter = {
    Key: promisesOfDayKey(`${day}#${teamId}`),
    UpdateExpression: 'ADD #fate :one SET teamId = :team, #day = :day',
    ExpressionAttributeNames: { '#fate': fate, '#day': 'day' },
    ExpressionAttributeValues: { ':one': 1, ':team': teamId, ':day': day },
  };
  const writes = [{ Put: seen }, { Update: counter }, ...brokenWrites(news, seconds)];
  const refused = await writeInTurn(table, writes);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error('Too many promises are counted at this moment.');
}

function brokenWrites(news: PromiseNews, seconds: number): Write[] {
  const { fate, conversationId, promiseId, teamId, dueAt } = news;
  if (fate !== 'broken') return [];
  const key = brokenPromiseKey(orderedId(dueAt, `${conversationId}:${promiseId}`));
  const expiresAt = seconds + BROKEN_KEPT;
  return [{ Put: { Item: { ...key, conversationId, promiseId, teamId, dueAt, expiresAt } } }];
}

const counter = z._default(z.number(), 0);
const PromisesOfDay = z.object({
  teamId: z.string(),
  day: z.string(),
  made: counter,
  kept: counter,
  keptLate: counter,
  broken: counter,
  withdrawn: counter,
});
export type PromisesOfDay = z.infer<typeof PromisesOfDay>;

/** How the promises of the days from one on fared, by team (A76). */
export async function promisesSince(table: Table, day: string): Promise<PromisesOfDay[]> {
  const days: PromisesOfDay[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :day',
        ExpressionAttributeValues: { ':pk': promisesOfDayKey('').pk, ':day': day },
        ExclusiveStartKey: start,
      }),
    );
    days.push(...(Items ?? []).map((item) => PromisesOfDay.parse(item)));
    start = LastEvaluatedKey;
  } while (start);
  return days;
}

const BrokenPromise = z.object({
  conversationId: z.string(),
  promiseId: z.string(),
  teamId: z.string(),
  dueAt: z.string(),
});
export type BrokenPromise = z.infer<typeof BrokenPromise>;

/** The latest promises that were broken (A77), the latest first. */
export async function latestBroken(table: Table, limit: number): Promise<BrokenPromise[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': brokenPromiseKey('').pk },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => BrokenPromise.parse(item));
}
