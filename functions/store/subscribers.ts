import { createHash, timingSafeEqual } from 'node:crypto';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { LEFT_KEPT, PENDING_KEPT, Subscriber, type SubscriberState } from '../domain/subscriber.ts';
import {
  askedKey,
  INBOX_SHARDS,
  indexes,
  subscriberCountKey,
  subscriberKey,
  subscriberListKey,
} from './keys.ts';
import { getItem, getItems, type Item, type Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** Letters and digits, as SES takes them in the tags of a mail; half of the hash is far from being guessed or met twice. */
const ID_LENGTH = 32;

/** The id of whoever has this address. Capitals make no difference: no mail service that people use tells them apart. */
export function subscriberId(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, ID_LENGTH);
}

/** What a link of ours carries: who it is, and the proof that they read our mail. */
export function subscriberToken({ id, secret }: Pick<Subscriber, 'id' | 'secret'>): string {
  return `${id}.${secret}`;
}

/** A subscriber by id (A62). */
export function getSubscriber(table: Table, id: string): Promise<Subscriber | undefined> {
  return getItem(table, subscriberKey(id), Subscriber);
}

/** Several subscribers by their ids (A62), without those that there are not. */
export async function getSubscribers(table: Table, ids: string[]): Promise<Map<string, Subscriber>> {
  const itemOf = await getItems(table, ids.map(subscriberKey));
  return new Map(
    ids.flatMap((id) => {
      const item = itemOf(subscriberKey(id));
      return item ? [[id, Subscriber.parse(item)]] : [];
    }),
  );
}

/** The subscriber whom a link names (A62); undefined when it is not one of ours, or too old. */
export async function subscriberOf(table: Table, token: string): Promise<Subscriber | undefined> {
  const [id = '', secret = ''] = token.split('.');
  if (!/^[0-9a-f]+$/.test(id) || id.length !== ID_LENGTH) return undefined;
  const known = await getSubscriber(table, id);
  return known && isSame(known.secret, secret) ? known : undefined;
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * Writes a subscriber over the version that was decided on, with the counts of those who are mailed and who no longer are (A62,
 * A63, A64). False when somebody else wrote meanwhile.
 */
export async function putSubscriber(
  table: Table,
  before: Subscriber | undefined,
  after: Subscriber,
  now: string,
  /** What is to be written with it, or not at all. */
  alongside: Write[] = [],
): Promise<boolean> {
  const put: Write = {
    Put: {
      Item: subscriberItem({ ...after, version: after.version + 1 }, now),
      ...(before
        ? {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
  const refused = await writeInTurn(table, [put, ...countWrites(before?.state, after.state), ...alongside]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error('Too many people subscribe at this moment.');
}

function subscriberItem(subscriber: Subscriber, now: string): Item {
  const { id, state } = subscriber;
  const kept = {
    pending: PENDING_KEPT,
    unsubscribed: LEFT_KEPT,
    confirmed: undefined,
    suppressed: undefined,
  }[state];
  return {
    ...subscriberKey(id),
    ...subscriber,
    [indexes.inbox.partitionKey]: subscriberListKey(state, shardOfId(id)),
    [indexes.inbox.sortKey]: id,
    ...(kept !== undefined && { expiresAt: secondsAfter(now, kept) }),
  };
}

function countWrites(before: SubscriberState | undefined, after: SubscriberState): Write[] {
  if (before === after) return [];
  const counts = new Map<string, number>();
  if (before && isCounted(before)) counts.set(before, -1);
  if (isCounted(after)) counts.set(after, 1);
  if (counts.size === 0) return [];
  const names = [...counts.keys()];
  return [
    {
      Update: {
        Key: subscriberCountKey,
        UpdateExpression: `ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, counts.get(name)])),
      },
    },
  ];
}

/** Who is pending or left goes away by itself, unseen by any counter, so those are counted where they are listed. */
function isCounted(state: SubscriberState): boolean {
  return state === 'confirmed' || state === 'suppressed';
}

const Counted = z.object({ confirmed: z.optional(z.number()), suppressed: z.optional(z.number()) });

/** How many are mailed, wait to confirm, and are not mailed any more for a reason (A63, A64). */
export async function countSubscribers(
  table: Table,
): Promise<{ confirmed: number; pending: number; suppressed: number }> {
  const [{ Item }, pending] = await Promise.all([
    table.client.send(new GetCommand({ TableName: table.name, Key: subscriberCountKey })),
    Promise.all(Array.from({ length: INBOX_SHARDS }, (_, shard) => countShard(table, 'pending', shard))),
  ]);
  const { confirmed = 0, suppressed = 0 } = Counted.parse(Item ?? {});
  return { confirmed, suppressed, pending: pending.reduce((sum, count) => sum + count, 0) };
}

async function countShard(table: Table, state: SubscriberState, shard: number): Promise<number> {
  const { Count = 0 } = await table.client.send(
    new QueryCommand({ ...listQuery(table, state, shard), Select: 'COUNT' }),
  );
  return Count;
}

/** A page of subscribers, and where the next one begins. */
export interface SubscriberPage {
  subscribers: Subscriber[];
  cursor: string | undefined;
}

/**
 * The subscribers of a state, page by page (A63), each once however many join or leave meanwhile. Whoever is about to mail one reads
 * them again, since the list lags a moment behind. @param cursor that of the page before
 */
export async function listSubscribers(
  table: Table,
  { state, limit, cursor }: { state: SubscriberState; limit: number; cursor?: string | undefined },
): Promise<SubscriberPage> {
  let place = placeOf(cursor);
  const subscribers: Subscriber[] = [];
  while (place.shard < INBOX_SHARDS && subscribers.length < limit) {
    const wanted = limit - subscribers.length;
    const found = await pageOfShard(table, state, place, wanted);
    subscribers.push(...found);
    place = found.length === wanted ? { ...place, after: found.at(-1)?.id } : { shard: place.shard + 1 };
  }
  const isOver = place.shard >= INBOX_SHARDS;
  return { subscribers, cursor: isOver ? undefined : `${place.shard}.${place.after ?? ''}` };
}

/** Where a list goes on: in which shard, after whom. */
interface Place {
  shard: number;
  after?: string | undefined;
}

/** A cursor that is not one of ours leads to the end. */
function placeOf(cursor: string | undefined): Place {
  const [, shard, after] = /^(\d+)\.([0-9a-f]*)$/.exec(cursor ?? '0.') ?? [];
  return { shard: Number(shard ?? INBOX_SHARDS), after: after || undefined };
}

async function pageOfShard(
  table: Table,
  state: SubscriberState,
  { shard, after }: Place,
  limit: number,
): Promise<Subscriber[]> {
  const { Items } = await table.client.send(
    new QueryCommand({ ...listQuery(table, state, shard, after), Limit: limit }),
  );
  return (Items ?? []).map((item) => Subscriber.parse(item));
}

function listQuery(table: Table, state: SubscriberState, shard: number, after?: string) {
  const { name, partitionKey, sortKey } = indexes.inbox;
  return {
    TableName: table.name,
    IndexName: name,
    KeyConditionExpression: `${partitionKey} = :list${after === undefined ? '' : ` AND ${sortKey} > :after`}`,
    ExpressionAttributeValues: {
      ':list': subscriberListKey(state, shard),
      ...(after !== undefined && { ':after': after }),
    },
  };
}

function shardOfId(id: string): number {
  return Number.parseInt(id.slice(-1), 16) % INBOX_SHARDS;
}

/** How long it is counted who asked, in seconds. */
const ASKED_KEPT = 2 * 3600;

/** Counts one more request of a caller in this hour, and tells how many there were (A65). The caller's address is not kept as it is. */
export async function countAsking(table: Table, caller: string, now: string): Promise<number> {
  const name = createHash('sha256').update(caller).digest('hex').slice(0, ID_LENGTH);
  const { Attributes } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: askedKey(name, now.slice(0, 13)),
      UpdateExpression: 'ADD asked :one SET expiresAt = :expires',
      ExpressionAttributeValues: { ':one': 1, ':expires': secondsAfter(now, ASKED_KEPT) },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(Attributes?.asked ?? 0);
}

function secondsAfter(at: string, seconds: number): number {
  return Math.floor(Date.parse(at) / 1000) + seconds;
}
