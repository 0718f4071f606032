import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DeskEvent } from '../domain/events.ts';
import { type Heard, Spike, WEEKS } from '../domain/spike.ts';
import { heardKey, spikeKey, spikeOutboxKey, spikePrefix, spikeWatchKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { getItem, getItems, type Table } from './table.ts';
import { type Write, write } from './write.ts';

/** A counter counts no further: so many at once are a spike whatever is usual, and an item must not grow without end. */
const FULL = 200;
const DAY = 24 * 3600;
/** How long what was heard is kept, in seconds: as long as it says what is usual. */
const HEARD_KEPT = (WEEKS * 7 + 1) * DAY;
/** How long spikes are kept, in seconds. */
const SPIKES_KEPT = 90 * DAY;
const SHOWN = 50;

const Conversations = z.union([z.set(z.string()), z.undefined()]);

/**
 * Counts a conversation that speaks of a topic, once however often it is told (A66), and tells how many do so within the same five
 * minutes.
 */
export async function countHeard(
  table: Table,
  {
    teamId,
    topic,
    from,
    conversationId,
  }: { teamId: string; topic: string; from: string; conversationId: string },
): Promise<number> {
  try {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: heardKey(teamId, topic, from),
        UpdateExpression: 'ADD conversations :one SET expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(conversations) OR size(conversations) < :full',
        ExpressionAttributeValues: {
          ':one': new Set([conversationId]),
          ':full': FULL,
          ':expires': secondsAfter(from, HEARD_KEPT),
        },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Conversations.parse(Attributes?.conversations)?.size ?? 0;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return FULL;
    throw error;
  }
}

/** What was heard of a topic in the buckets from one instant up to another, both included (A66). */
export async function listHeard(
  table: Table,
  { teamId, topic, from, to }: { teamId: string; topic: string; from: string; to: string },
): Promise<Heard[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': heardKey(teamId, topic, '').pk, ':from': from, ':to': to },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map(({ sk, conversations }) => ({
    from: `${sk}`,
    conversationIds: [...(Conversations.parse(conversations) ?? [])],
  }));
}

/** The spikes that a team was told of lately, so that more of the same is not told again; written only over what was read. */
export interface SpikeWatch {
  active: Spike[];
  version: number;
}

/** How many spikes of a team are watched at once. */
const WATCHED = 20;

const StoredWatch = z.object({ ids: z.array(z.string()), version: z.number() });

/** What a team was last told of (A68), each as it stands now (A67). */
export async function getWatch(table: Table, teamId: string): Promise<SpikeWatch> {
  const stored = await getItem(table, spikeWatchKey(teamId), StoredWatch);
  if (!stored) return { active: [], version: 0 };
  const found = await getItems(table, stored.ids.map(spikeKey));
  const active = stored.ids.flatMap((id) => {
    const item = found(spikeKey(id));
    return item ? [Spike.parse(item)] : [];
  });
  return { active, version: stored.version };
}

/**
 * Writes a spike and what its team is told of now, and announces it if it is new (A67, A68). False when somebody else wrote
 * meanwhile: then it has to be decided again, as it may be more of what they noticed.
 */
export async function putSpike(
  table: Table,
  spike: Spike,
  watch: SpikeWatch,
  news: { at: string; traceId: string },
): Promise<boolean> {
  const isNew = spike.version === 0;
  const { version, active } = watch;
  const ids = [...active.map(({ id }) => id).filter((id) => id !== spike.id), spike.id].slice(-WATCHED);
  const saved = { ...spike, version: spike.version + 1 };
  const refused = await write(table, [
    spikeWrite(saved, spike.version),
    {
      Put: {
        Item: { ...spikeWatchKey(spike.teamId), ids, version: version + 1 },
        ...unchanged(version),
      },
    },
    ...(isNew ? [announcement(saved, news)] : []),
  ]);
  return refused.length === 0;
}

function announcement(
  { id: spikeId, teamId }: Spike,
  { at, traceId }: { at: string; traceId: string },
): Write {
  const id = orderedId(at, `spike:${spikeId}`);
  const events: DeskEvent[] = [{ name: 'spike.noticed', data: { spikeId, teamId } }];
  const expiresAt = secondsAfter(at, SPIKES_KEPT);
  return { Put: { Item: { ...spikeOutboxKey(id), id, at, traceId, actor: 'hark', events, expiresAt } } };
}

function spikeWrite(spike: Spike, version: number): Write {
  const expiresAt = secondsAfter(spike.noticedAt, SPIKES_KEPT);
  return { Put: { Item: { ...spikeKey(spike.id), ...spike, expiresAt }, ...unchanged(version) } };
}

function unchanged(version: number) {
  return version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } };
}

/** The id of a spike that is noticed now; spikes are listed by it. */
export function newSpikeId(now: string, about: string): string {
  return orderedId(now, `spike:${about}`);
}

/** A spike by id (A67). */
export function getSpike(table: Table, id: string): Promise<Spike | undefined> {
  return getItem(table, spikeKey(id), Spike);
}

/** The latest spikes, latest first (A67). */
export async function listSpikes(table: Table): Promise<Spike[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': spikeKey('').pk, ':prefix': spikePrefix },
      ScanIndexForward: false,
      Limit: SHOWN,
    }),
  );
  return (Items ?? []).map((item) => Spike.parse(item));
}

const ATTEMPTS = 5;

/**
 * Puts a spike aside, or notes the incident that was declared for it (A67); undefined when there is none. Whoever does the same
 * again changes nothing, and what has an incident keeps it.
 */
export async function settleSpike(
  table: Table,
  id: string,
  settled: { state: 'dismissed'; dismissedBy: string } | { state: 'incident'; incidentId: string },
): Promise<Spike | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await getSpike(table, id);
    if (!before || before.state === 'incident' || before.state === settled.state) return before;
    const after = { ...before, ...settled, version: before.version + 1 };
    if ((await write(table, [spikeWrite(after, before.version)])).length === 0) return after;
  }
  throw new Error(`Others changed the same spike ${ATTEMPTS} times in a row.`);
}

function secondsAfter(at: string, seconds: number): number {
  return Math.floor(Date.parse(at) / 1000) + seconds;
}
