import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { seenKey, tallyKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Table } from './table.ts';
import { writeInTurn } from './write.ts';

/** One counter takes about 1,000 updates a second; a burst is spread over this many. */
const TALLY_SHARDS = 4;
/** How long an event is remembered as tallied, in seconds; longer than any queue delivers it again. */
const REMEMBERED = 15 * 24 * 3600;

/** One more or one fewer open conversation of a channel, counted once per event (A15, A16); `false` when it was counted before. */
export async function tallyOpen(
  table: Table,
  tally: { eventId: string; conversationId: string; channel: string; by: 1 | -1; at: string },
): Promise<boolean> {
  const { eventId, conversationId, channel, by, at } = tally;
  const seen = {
    Item: { ...seenKey(eventId), expiresAt: Math.floor(Date.parse(at) / 1000) + REMEMBERED },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  const counter = {
    Key: tallyKey(channel, shardOf(conversationId, TALLY_SHARDS)),
    UpdateExpression: 'ADD #open :by SET channel = :channel',
    ExpressionAttributeNames: { '#open': 'open' },
    ExpressionAttributeValues: { ':by': by, ':channel': channel },
  };
  const refused = await writeInTurn(table, [{ Put: seen }, { Update: counter }]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error(`Too many conversations of the channel '${channel}' are tallied at this moment.`);
}

const Counter = z.object({ channel: z.string(), open: z.number() });

/** How many conversations are open, by channel (A15). */
export async function openByChannel(table: Table): Promise<Map<string, number>> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': tallyKey('', 0).pk },
    }),
  );
  const open = new Map<string, number>();
  for (const item of Items ?? []) {
    const counter = Counter.parse(item);
    open.set(counter.channel, (open.get(counter.channel) ?? 0) + counter.open);
  }
  return open;
}
