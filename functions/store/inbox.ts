import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { Conversation } from '../domain/conversation.ts';
import { INBOX_SHARDS, inboxKey, indexes, teamKey } from './keys.ts';
import type { Table } from './table.ts';

/** Which conversations to list, how many, and after which one of an earlier page. */
export interface InboxQuery {
  status: Conversation['status'];
  channel?: ChannelName | undefined;
  teamId?: string | undefined;
  limit: number;
  /** Sort key of the last row of the page before. */
  after?: string | undefined;
}

/** One page of the inbox; `last` continues it and is undefined at the end. */
export interface InboxPage {
  conversations: Conversation[];
  last?: string | undefined;
}

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
 * One page, most urgent first (A9, A10); resolved ones latest first. Every shard is read lazily, a few rows at a time, and
 * merged, so a page costs the same whether a hundred or twenty thousand conversations are open.
 */
export async function listInbox(table: Table, query: InboxQuery): Promise<InboxPage> {
  const descending = query.status === 'resolved';
  const partitions = partitionsOf(query);
  const pageSize = Math.max(2, Math.ceil((query.limit + 1) / partitions.length) + 1);
  const sources = partitions.map((partition) => rowsOf(table, partition, query, { descending, pageSize }));
  const rows: Row[] = [];
  for await (const row of mergeSorted(sources, descending)) {
    rows.push(row);
    if (rows.length > query.limit) break;
  }
  const conversations = rows.slice(0, query.limit).map(({ inboxSort: _, ...conversation }) => conversation);
  return { conversations, last: rows.length > query.limit ? rows[query.limit - 1]?.inboxSort : undefined };
}

interface Partition {
  index: 'inbox' | 'team';
  key: string;
  /** Rows of other channels are left out behind the query; only when a team and a channel are both asked for. */
  channel?: ChannelName | undefined;
}

function partitionsOf({ status, channel, teamId }: InboxQuery): Partition[] {
  const shards = Array.from({ length: INBOX_SHARDS }, (_, shard) => shard);
  if (teamId !== undefined) {
    return shards.map((shard) => ({ index: 'team', key: teamKey(status, teamId, shard), channel }));
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
        ...(partition.channel && { FilterExpression: 'channel = :channel' }),
        ExpressionAttributeValues: {
          ':key': partition.key,
          ...(after && { ':after': after }),
          ...(partition.channel && { ':channel': partition.channel }),
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
