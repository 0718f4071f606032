import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { seenKey, tallyKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import { getItems, type Item, type Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** One counter takes about 1,000 updates a second; a burst is spread over this many. */
const TALLY_SHARDS = 4;
/** How long an event is remembered as tallied, in seconds; longer than any queue delivers it again. */
const REMEMBERED = 15 * 24 * 3600;
/** How long the counters of those who wait since a day are kept after the last of them, in seconds. */
const WAITING_KEPT = 15 * 24 * 3600;
/** How many days back those who wait are told apart by the hour. */
const WAITING_DAYS = 4;

const shards = Array.from({ length: TALLY_SHARDS }, (_, shard) => shard);

/** A conversation that left some views and entered others; see `viewsOf` for their names. */
export interface Move {
  eventId: string;
  conversationId: string;
  left: readonly string[];
  entered: readonly string[];
  at: string;
}

/**
 * Counts a conversation out of the views that it left and into those that it entered, once per event (A15, A16); `false` when it
 * was counted before. The counters of a group share an item, so that a move costs a few writes whatever it moves between.
 */
export async function tallyMove(table: Table, move: Move): Promise<boolean> {
  const { eventId, conversationId, left, entered, at } = move;
  const seconds = Math.floor(Date.parse(at) / 1000);
  const seen = {
    Item: { ...seenKey(eventId), expiresAt: seconds + REMEMBERED },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  const changes = [
    ...left.map((view) => ({ ...partsOf(view), by: -1 })),
    ...entered.map((view) => ({ ...partsOf(view), by: 1 })),
  ];
  const counters = Map.groupBy(changes, ({ group, of }) => `${group}/${of}`);
  const shard = shardOf(conversationId, TALLY_SHARDS);
  const updates = [...counters.values()].flatMap((counted) => updateOf(counted, shard, seconds));
  const refused = await writeInTurn(table, [{ Put: seen }, ...updates]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error('Too many conversations are tallied at this moment.');
}

/** Reads `group/of/name`. What it is of may be any text, such as the name that an admin gave to a team. */
function partsOf(view: string): { group: string; of: string; name: string } {
  const [, group = '', of = '', name = ''] = /^(\w+)\/(.*)\/([\w-]+)$/.exec(view) ?? [];
  return { group, of, name };
}

type Counted = ReturnType<typeof partsOf> & { by: number };

function updateOf(counted: Counted[], shard: number, seconds: number): Write[] {
  const [first] = counted;
  if (!first) return [];
  const { group, of } = first;
  const expires = group === 'waiting' ? ' SET expiresAt = :expires' : '';
  return [
    {
      Update: {
        Key: tallyKey(group, of, shard),
        UpdateExpression: `ADD ${counted.map((_, index) => `#n${index} :n${index}`).join(', ')}${expires}`,
        ExpressionAttributeNames: Object.fromEntries(counted.map(({ name }, index) => [`#n${index}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(counted.map(({ by }, index) => [`:n${index}`, by])),
          ...(expires && { ':expires': seconds + WAITING_KEPT }),
        },
      },
    },
  ];
}

/** The counters of some groups: of the desk, of teams and of agents. */
export interface Counts {
  desk: Map<string, number>;
  teams: Map<string, number>;
  agent: Map<string, number>;
}

/** How many conversations the views of the desk, of some teams and of an agent hold (A15), in one request. */
export async function countsOf(
  table: Table,
  { agentId, teams }: { agentId?: string; teams: readonly string[] },
): Promise<Counts> {
  const keysOf = (group: string, of: string) => shards.map((shard) => tallyKey(group, of, shard));
  const wanted = {
    desk: keysOf('desk', ''),
    teams: teams.flatMap((id) => keysOf('team', id)),
    agent: agentId === undefined ? [] : keysOf('agent', agentId),
  };
  const found = await getItems(table, Object.values(wanted).flat());
  const sum = (keys: typeof wanted.desk) => sumOf(keys.map(found).filter((item) => item !== undefined));
  return { desk: sum(wanted.desk), teams: sum(wanted.teams), agent: sum(wanted.agent) };
}

/** Counters added up by their names; an item's keys and its end are none. */
function sumOf(items: readonly Item[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { pk: _, sk: __, expiresAt: ___, ...counters } of items) {
    for (const [name, count] of Object.entries(counters))
      sums.set(name, (sums.get(name) ?? 0) + z.number().parse(count));
  }
  return sums;
}

/** How many wait for an answer, by the hour since which they do, `2026-11-20T10`, of the last days (A15). */
export async function waitingByHour(table: Table, now: string): Promise<Map<string, number>> {
  const from = new Date(Date.parse(now) - WAITING_DAYS * 24 * 3600_000).toISOString().slice(0, 10);
  const { pk } = tallyKey('waiting', '', 0);
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: { ':pk': pk, ':from': from },
    }),
  );
  const hours = new Map<string, number>();
  for (const item of Items ?? []) {
    const day = `${item.sk}`.slice(0, 10);
    for (const [hour, count] of sumOf([item]))
      hours.set(`${day}T${hour}`, (hours.get(`${day}T${hour}`) ?? 0) + count);
  }
  return hours;
}
