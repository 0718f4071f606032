import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { Conversation, waitingClock } from '../domain/conversation.ts';
import type { ListName } from '../domain/counted-views.ts';
import { INBOX_SHARDS, inboxKey, indexes, ownerKey, teamKey, WAITING } from './keys.ts';
import type { Table } from './table.ts';

/** Which conversations to list, how many, and after which one of an earlier page. */
export interface InboxQuery {
  /** The list that they stand in: a status, or spam. */
  status: ListName;
  channel?: ChannelName | undefined;
  teamId?: string | undefined;
  /** Whose they are. */
  ownerId?: string | undefined;
  /** Only those in which somebody waits for an answer. */
  unanswered?: boolean | undefined;
  /** What no index knows: rows are read and left out, a bounded number of them for a page. */
  fits?: ((conversation: Conversation) => boolean) | undefined;
  limit: number;
  /** Sort key of the last row of the page before. */
  after?: string | undefined;
}

/** One page of the inbox; `last` continues it and is undefined at the end. A page may be short, or empty, before the end. */
export interface InboxPage {
  conversations: Conversation[];
  last?: string | undefined;
}

/** How many rows are read for a page from which rows are left out; at 2 KB a row, that is as much as a page may take of time. */
const MOST_READ = 500;

const PLACES = {
  waiting: /^[01]#\d{4}-\d\d-\d\dT[\d:.]{12}Z(#\d{3}#\d{4}-\d\d-\d\dT[\d:.]{12}Z)?#[0-9A-Z]{26}$/,
  resolved: /^\d{4}-\d\d-\d\dT[\d:.]{12}Z#[0-9A-Z]{26}$/,
};

/** Whether a text may be the `last` of a page of this status. Anything else would end in a page that looks empty. */
export function isPlaceIn(status: InboxQuery['status'], text: string): boolean {
  return PLACES[status === 'resolved' ? 'resolved' : 'waiting'].test(text);
}

const Row = z.extend(Conversation, { inboxSort: z.string() });
type Row = z.infer<typeof Row>;

/**
 * One page, most urgent first (A9, A10, A37); resolved ones latest first. Every shard is read lazily, a few rows at a time, and
 * merged, so a page costs the same whether a hundred or twenty thousand conversations are open.
 */
export async function listInbox(table: Table, query: InboxQuery): Promise<InboxPage> {
  const descending = query.status === 'resolved';
  const fits = filterOf(query);
  const partitions = partitionsOf(query);
  const wanted = fits ? MOST_READ : query.limit + 1;
  const pageSize = Math.max(2, Math.ceil(wanted / partitions.length) + 1);
  const sources = partitions.map((partition) => rowsOf(table, partition, query, { descending, pageSize }));
  const conversations: Conversation[] = [];
  let read = 0;
  let last: string | undefined;
  for await (const { inboxSort, ...conversation } of mergeSorted(sources, descending)) {
    if (query.unanswered && !inboxSort.startsWith(WAITING)) break;
    if (conversations.length === query.limit || read === MOST_READ) return { conversations, last };
    read += 1;
    last = inboxSort;
    // Among them stand those who have an answer and to whom we promised more.
    if (query.unanswered && !waitingClock(conversation)) continue;
    if (!fits || fits(conversation)) conversations.push(conversation);
  }
  return { conversations };
}

/** Where the index in use knows less than the query asks for, rows have to be looked at one by one. */
function filterOf({ channel, teamId, ownerId, fits }: InboxQuery): InboxQuery['fits'] {
  const isCovered =
    ownerId === undefined ? teamId === undefined || channel === undefined : !(teamId || channel);
  if (isCovered) return fits;
  return (conversation) =>
    (channel === undefined || conversation.channel === channel) &&
    (teamId === undefined || conversation.teamId === teamId) &&
    (fits === undefined || fits(conversation));
}

interface Partition {
  index: 'inbox' | 'team' | 'owner';
  key: string;
}

function partitionsOf({ status, channel, teamId, ownerId }: InboxQuery): Partition[] {
  const shards = Array.from({ length: INBOX_SHARDS }, (_, shard) => shard);
  if (ownerId !== undefined) {
    return shards.map((shard) => ({ index: 'owner', key: ownerKey(status, ownerId, shard) }));
  }
  if (teamId !== undefined) {
    return shards.map((shard) => ({ index: 'team', key: teamKey(status, teamId, shard) }));
  }
  const channels = channel ? [channel] : ChannelName.options;
  return channels.flatMap((name) =>
    shards.map((shard) => ({ index: 'inbox' as const, key: inboxKey(status, name, shard) })),
  );
}

async function* rowsOf(
  table: Table,
  partition: Partition,
  { after }: InboxQuery,
  { descending, pageSize }: { descending: boolean; pageSize: number },
): AsyncGenerator<Row> {
  const { name, partitionKey, sortKey } = indexes[partition.index];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: name,
        KeyConditionExpression: `${partitionKey} = :key${after ? ` AND ${sortKey} ${descending ? '<' : '>'} :after` : ''}`,
        ExpressionAttributeValues: {
          ':key': partition.key,
          ...(after && { ':after': after }),
        },
        ScanIndexForward: !descending,
        Limit: pageSize,
        ExclusiveStartKey: start,
      }),
    );
    for (const item of Items ?? []) yield Row.parse(item);
    start = LastEvaluatedKey;
  } while (start);
}

/** Merges sorted sources into one sorted sequence, reading no source further than needed. */
async function* mergeSorted(sources: AsyncGenerator<Row>[], descending: boolean): AsyncGenerator<Row> {
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    let best = -1;
    for (const [index, head] of heads.entries()) {
      const leader = heads[best];
      if (head.done) continue;
      if (!leader || leader.done || head.value.inboxSort < leader.value.inboxSort !== descending)
        best = index;
    }
    const row = heads[best];
    const source = sources[best];
    if (!row || row.done || !source) return;
    yield row.value;
    heads[best] = await source.next();
  }
}
