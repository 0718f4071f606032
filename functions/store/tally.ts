import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { countersIn, counterWrites, TALLY_SHARDS } from './counters.ts';
import { seenKey, tallyKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import { isMovedSince, type Remaining, remainingOf } from './recount-fence.ts';
import { getItems, type Item, type Table } from './table.ts';
import { type Refused, writeInTurn } from './write.ts';

/** How long an event is remembered as tallied, in seconds; longer than any queue delivers it again. */
const REMEMBERED = 15 * 24 * 3600;
/** How many days back those who wait are told apart by the hour. */
const WAITING_DAYS = 4;

const shards = Array.from({ length: TALLY_SHARDS }, (_, shard) => shard);

/** A conversation that left some views and entered others; see `viewsOf` for their names. */
export interface Move {
  eventId: string;
  conversationId: string;
  left: readonly string[];
  entered: readonly string[];
  /** Of the conversation, after the move. */
  version?: number | undefined;
  at: string;
}

/**
 * Counts a conversation out of the views that it left and into those that it entered, once per event (A15, A16); `false` when it
 * was counted before. What moved before its counters were recounted is counted as far as the recount has not done so.
 * @throws Error while the views are recounted, and when too many are counted at once; the move has to come again
 */
export async function tallyMove(table: Table, move: Move, now = move.at): Promise<boolean> {
  const { eventId, conversationId, left, entered, version, at } = move;
  const changes = [...left.map((view) => ({ view, by: -1 })), ...entered.map((view) => ({ view, by: 1 }))];
  const seen = {
    Item: { ...seenKey(eventId), expiresAt: Math.floor(Date.parse(at) / 1000) + REMEMBERED },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  const count = (remaining: Remaining) => {
    const where = { shard: shardOf(conversationId, TALLY_SHARDS), at, condition: remaining.condition };
    const fence = remaining.fence ? [remaining.fence] : [];
    return writeInTurn(table, [{ Put: seen }, ...counterWrites(remaining.changes, where), ...fence]);
  };
  const isSeen = (refused: Refused[]) =>
    refused.some(({ index, reason }) => index === 0 && reason === 'condition');
  let refused = await count({ changes, condition: isMovedSince(at) });
  if (!isSeen(refused) && refused.some(({ reason }) => reason === 'condition'))
    refused = await count(await remainingOf(table, { conversationId, version, at, changes }, now));
  if (refused.length === 0) return true;
  if (isSeen(refused)) return false;
  throw new Error('Too many conversations are tallied at this moment.');
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

/** Counters added up by their names. */
function sumOf(items: readonly Item[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of items.flatMap(countersIn)) sums.set(name, (sums.get(name) ?? 0) + count);
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
