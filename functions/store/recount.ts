import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { Conversation } from '../domain/conversation.ts';
import { type ListName, viewsOf } from '../domain/counted-views.ts';
import { listAgents } from './agents.ts';
import { countersIn, endOf, partsOf, TALLY_SHARDS } from './counters.ts';
import { INBOX_SHARDS, inboxKey, indexes, type Key, tallyKey } from './keys.ts';
import { listMentioned } from './mentions.ts';
import { shardOf } from './ordered-id.ts';
import { FENCE_SHARDS, fenceShardOf, type Recount, standingStill } from './recount-fence.ts';
import { fenceKey, recountKey } from './recount-keys.ts';
import type { Item, Table } from './table.ts';
import { write } from './write.ts';

/** How far the clocks of those who write may be apart, and how late an index may be, in milliseconds. */
const MARGIN = 5 * 60_000;
/** After this long, in milliseconds, a count that nobody ended counts as failed. No function runs for so long. */
const LONGEST = 2 * 60_000;
/** How many days back those who wait are told apart by the hour, today counted. */
const WAITING_DAYS = 5;
/** How many writes are under way at once. */
const AT_ONCE = 25;

/** The lists that are counted; who is resolved is counted in no view but that of whoever was mentioned. */
const counted: ListName[] = ['open', 'snoozed', 'spam'];

/** What a recount found: how many conversations stand in a view, and each counter that was wrong. */
export interface Recounted {
  conversations: number;
  corrected: { view: string; was: number; is: number }[];
}

/** What is read of each conversation: of a row of two kilobytes the part that counts. */
const Row = z.pick(Conversation, {
  ...{ id: true, version: true, channel: true, status: true, teamId: true, ownerId: true },
  ...{ blocked: true, mentioned: true, unanswered: true, triage: true },
});
type Row = z.infer<typeof Row>;
const columns = Object.keys(Row.shape);

/** Counters by the key of their item, as `pk sk`. */
type Counters = Map<string, { key: Key; counts: Map<string, number> }>;

/**
 * Counts the views anew from the index (A9, A38) and corrects their counters (A15, A95, A96), while conversations go on moving: what
 * moves meanwhile waits, and is counted once the count is done, unless the count has it already.
 * @returns `busy` while somebody else recounts
 */
export async function recountViews(
  table: Table,
  { teams, clock }: { teams: readonly string[]; clock: () => string },
): Promise<Recounted | 'busy'> {
  const startedAt = clock();
  const recount: Recount = {
    state: 'counting',
    startedAt,
    from: after(startedAt, -MARGIN),
    until: after(startedAt, LONGEST),
  };
  if (!(await begin(table, recount))) return 'busy';
  try {
    const agents = (await listAgents(table)).map(({ id }) => id);
    const was = await holdStill(table, recount, await counterKeys(table, { agents, teams, startedAt }));
    const found = await countIndex(table, agents);
    await writeFences(table, found);
    const done: Recount = { ...recount, to: after(clock(), MARGIN) };
    await save(table, done);
    const is = countersOf(found);
    await correct(table, done, was, is);
    await save(table, { ...done, state: 'done' });
    return { conversations: found.size, corrected: differences(was, is) };
  } catch (error) {
    await save(table, { ...recount, state: 'failed' });
    throw error;
  }
}

const after = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();
const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

async function begin(table: Table, recount: Recount): Promise<boolean> {
  const refused = await write(table, [
    {
      Put: {
        Item: { ...recountKey, ...recount },
        ConditionExpression: 'attribute_not_exists(pk) OR #state <> :counting OR #until <= :now',
        ExpressionAttributeNames: { '#state': 'state', '#until': 'until' },
        ExpressionAttributeValues: { ':counting': 'counting', ':now': recount.startedAt },
      },
    },
  ]);
  return refused.length === 0;
}

async function save(table: Table, recount: Recount): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...recountKey, ...recount } }));
}

/** Every item that holds counters, and those that may come to while the count goes on. */
async function counterKeys(
  table: Table,
  { agents, teams, startedAt }: { agents: string[]; teams: readonly string[]; startedAt: string },
): Promise<Key[]> {
  const groups = ['desk', 'team', 'agent', 'waiting'];
  const known = await Promise.all(groups.map((group) => itemsIn(table, tallyKey(group, '', 0).pk)));
  const days = Array.from({ length: WAITING_DAYS }, (_, index) =>
    after(startedAt, -index * 24 * 3600_000).slice(0, 10),
  );
  const possible: [string, readonly string[]][] = [
    ['desk', ['']],
    ['team', teams],
    ['agent', agents],
    ['waiting', days],
  ];
  const keys = [
    ...known.flat().map(({ pk, sk }): Key => ({ pk: `${pk}`, sk: `${sk}` })),
    ...possible.flatMap(([group, all]) =>
      all.flatMap((of) => Array.from({ length: TALLY_SHARDS }, (_, shard) => tallyKey(group, of, shard))),
    ),
  ];
  return [...new Map(keys.map((key) => [nameOf(key), key])).values()];
}

async function itemsIn(table: Table, pk: string): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...Items);
    start = LastEvaluatedKey;
  } while (start);
  return items;
}

/** Lets no move change a counter until it is corrected; gives what they said last. */
async function holdStill(table: Table, recount: Recount, keys: Key[]): Promise<Counters> {
  const still: Counters = new Map();
  await inTurns(keys, async (key) => {
    const { Attributes = {} } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: 'SET recountedTo = :still',
        ExpressionAttributeValues: { ':still': standingStill(recount) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    still.set(nameOf(key), { key, counts: new Map(countersIn(Attributes)) });
  });
  return still;
}

interface Found {
  version: number;
  views: string[];
}

/** Every conversation that stands in a counted view, at the version at which it was read last. */
async function countIndex(table: Table, agents: string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const see = (conversation: Row) => {
    // While it moves from one list to another, a conversation may be met in both.
    const { id, version } = conversation;
    if ((found.get(id)?.version ?? -1) < version) found.set(id, { version, views: viewsOf(conversation) });
  };
  const partitions = counted.flatMap((list) =>
    ChannelName.options.flatMap((channel) =>
      Array.from({ length: INBOX_SHARDS }, (_, shard) => inboxKey(list, channel, shard)),
    ),
  );
  await inTurns(partitions, (partition) => readPartition(table, partition, see));
  await inTurns(agents, (agentId) => readMentions(table, agentId, see));
  return found;
}

async function readPartition(table: Table, partition: string, see: (conversation: Row) => void) {
  let start: Item | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: indexes.inbox.name,
        KeyConditionExpression: `${indexes.inbox.partitionKey} = :partition`,
        ProjectionExpression: columns.map((name) => `#${name}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(columns.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: { ':partition': partition },
        ExclusiveStartKey: start,
      }),
    );
    for (const item of Items ?? []) see(Row.parse(item));
    start = LastEvaluatedKey;
  } while (start);
}

async function readMentions(table: Table, agentId: string, see: (conversation: Row) => void) {
  let last: string | undefined;
  do {
    const page = await listMentioned(table, { agentId, limit: 100, after: last });
    for (const conversation of page.conversations) see(conversation);
    last = page.last;
  } while (last !== undefined);
}

async function writeFences(table: Table, found: ReadonlyMap<string, Found>): Promise<void> {
  const shards = Map.groupBy(found, ([id]) => fenceShardOf(id));
  const all = Array.from({ length: FENCE_SHARDS }, (_, shard) => shard);
  await inTurns(all, async (shard) => {
    const versions = Object.fromEntries((shards.get(shard) ?? []).map(([id, { version }]) => [id, version]));
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...fenceKey(shard), versions } }),
    );
  });
}

/** What the counters have to say. */
function countersOf(found: ReadonlyMap<string, Found>): Counters {
  const counters: Counters = new Map();
  for (const [id, { views }] of found) {
    for (const view of views) {
      const { group, of, name } = partsOf(view);
      const key = tallyKey(group, of, shardOf(id, TALLY_SHARDS));
      const { counts } = counters.get(nameOf(key)) ?? { counts: new Map<string, number>() };
      counts.set(name, (counts.get(name) ?? 0) + 1);
      counters.set(nameOf(key), { key, counts });
    }
  }
  return counters;
}

/** Writes what the counters have to say, and lets them move again. */
async function correct(table: Table, recount: Recount, was: Counters, is: Counters): Promise<void> {
  const keys = new Map([...was, ...is].map(([name, { key }]) => [name, key]));
  await inTurns([...keys], async ([name, key]) => {
    const group = key.pk.slice(key.pk.indexOf('#') + 1);
    const refused = await write(table, [
      {
        Put: {
          Item: {
            ...key,
            ...Object.fromEntries(is.get(name)?.counts ?? []),
            ...endOf(group, recount.startedAt),
            recountedTo: recount.to,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR recountedTo = :still',
          ExpressionAttributeValues: { ':still': standingStill(recount) },
        },
      },
    ]);
    if (refused.length > 0) throw new Error(`The counters ${name} moved while they were recounted.`);
  });
}

/** The counters that were wrong, by view, over all shards. */
function differences(was: Counters, is: Counters): Recounted['corrected'] {
  const [before, now] = [sums(was), sums(is)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((view) => ({ view, was: before.get(view) ?? 0, is: now.get(view) ?? 0 }))
    .filter((one) => one.was !== one.is)
    .toSorted((a, b) => (a.view < b.view ? -1 : 1));
}

function sums(counters: Counters): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { key, counts } of counters.values()) {
    const group = key.pk.slice(key.pk.indexOf('#') + 1);
    const of = key.sk.slice(0, key.sk.lastIndexOf('#'));
    for (const [name, count] of counts)
      sum.set(`${group}/${of}/${name}`, (sum.get(`${group}/${of}/${name}`) ?? 0) + count);
  }
  return sum;
}

/** Does something for all of a list, some at a time. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let begun = 0; begun < all.length; begun += AT_ONCE)
    await Promise.all(all.slice(begun, begun + AT_ONCE).map(work));
}
