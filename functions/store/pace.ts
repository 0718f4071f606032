import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Crowd, type PaceMinute, USUAL_AT_FIRST } from '../domain/crowd.ts';
import { accountOutboxKey, type Native } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { aboutPrefix, crowdKey, minutePrefix, paceKey, usualPaceKey } from './pace-keys.ts';
import { getItem, type Table } from './table.ts';
import { write } from './write.ts';

/** How long it is remembered what happened to a post, in seconds. */
const KEPT = 2 * 24 * 3600;

const expiryOf = (at: string): number => Math.floor(Date.parse(at) / 1000) + KEPT;

const StoredMinute = z.object({
  minute: z.string(),
  likes: z._default(z.number(), 0),
  shares: z._default(z.number(), 0),
  replies: z._default(z.number(), 0),
});

/** Counts one more like, share or reply of a post within its minute (A85), or one fewer; how the minute stands then comes back. */
export async function countPace(
  table: Table,
  post: Native,
  { sort, minute, by }: { sort: 'likes' | 'shares' | 'replies'; minute: string; by: 1 | -1 },
): Promise<PaceMinute> {
  const { Attributes } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: paceKey(post, `${minutePrefix}${minute}`),
      UpdateExpression: 'SET #minute = :minute, expiresAt = :expires ADD #sort :by',
      ExpressionAttributeNames: { '#minute': 'minute', '#sort': sort },
      ExpressionAttributeValues: { ':minute': minute, ':expires': expiryOf(minute), ':by': by },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return StoredMinute.parse(Attributes);
}

/** The minutes of a post from one to another, the latest first (A85). */
export async function listPace(
  table: Table,
  post: Native,
  { from, to, limit }: { from: string; to: string; limit: number },
): Promise<PaceMinute[]> {
  const { pk, sk } = paceKey(post, `${minutePrefix}${from}`);
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': `${minutePrefix}${to}` },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => StoredMinute.parse(item));
}

/** Notes that somebody speaks about a post in a conversation (A86). */
export async function noteAbout(
  table: Table,
  post: Native,
  conversationId: string,
  at: string,
): Promise<void> {
  const key = paceKey(post, `${aboutPrefix}${conversationId}`);
  const item = { ...key, conversationId, expiresAt: expiryOf(at) };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

/** Ids of the conversations about a post that somebody wrote in lately (A86). */
export async function listAbout(table: Table, post: Native, limit: number): Promise<string[]> {
  const { pk, sk } = paceKey(post, aboutPrefix);
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :about)',
      ExpressionAttributeValues: { ':pk': pk, ':about': sk },
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => z.object({ conversationId: z.string() }).parse(item).conversationId);
}

/** The crowd around a post, as the lead was told of it last (A87). */
export function getCrowd(table: Table, post: Native): Promise<Crowd | undefined> {
  return getItem(table, crowdKey(post), Crowd);
}

/** Keeps what the lead is told of a crowd, and announces it (A87, A22); `false` when somebody else told meanwhile. */
export async function tellCrowd(
  table: Table,
  post: Native,
  told: Crowd | undefined,
  crowd: Crowd,
  { traceId, data }: { traceId: string; data: Record<string, unknown> },
): Promise<boolean> {
  const { channel, accountId, nativeId } = post;
  const id = orderedId(crowd.at, `crowd:${channel}:${accountId}:${nativeId}`);
  const events = [{ name: 'post.crowd-forming', data }];
  const news = {
    ...accountOutboxKey(channel, accountId, id),
    id,
    at: crowd.at,
    actor: 'hark',
    traceId,
    events,
  };
  const refused = await write(table, [
    {
      Put: {
        Item: { ...crowdKey(post), ...crowd, expiresAt: expiryOf(crowd.at) },
        ...(told
          ? {
              ConditionExpression: '#at = :told',
              ExpressionAttributeNames: { '#at': 'at' },
              ExpressionAttributeValues: { ':told': told.at },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    },
    { Put: { Item: news } },
  ]);
  return refused.length === 0;
}

const Usual = z.object({ usual: z.number() });

/** How many likes, shares and replies a minute a post of an account usually draws while it draws any (A93). */
export async function usualPace(table: Table, channel: string, accountId: string): Promise<number> {
  return (await getItem(table, usualPaceKey(channel, accountId), Usual))?.usual ?? USUAL_AT_FIRST;
}

/** Notes what is usual for an account (A93). Two who note at once lose one minute's lesson, which changes nothing. */
export async function putUsualPace(
  table: Table,
  channel: string,
  accountId: string,
  usual: number,
): Promise<void> {
  const item = { ...usualPaceKey(channel, accountId), usual };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}
