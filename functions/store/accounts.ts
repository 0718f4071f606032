import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Account } from '../domain/account.ts';
import type { DeskEvent } from '../domain/events.ts';
import type { Refusal } from '../domain/refusal.ts';
import { accountKey, accountOutboxKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { getItem, type Item, type Table } from './table.ts';
import { write } from './write.ts';

/** All accounts of ours that were ever heard of or sent from (A21). */
export async function listAccounts(table: Table): Promise<Account[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': accountKey('', '').pk },
    }),
  );
  return (Items ?? []).map((item) => Account.parse(item));
}

/** An account (A21); one that works and was never heard of when there is none. */
export async function getAccount(table: Table, channel: Account['channel'], id: string): Promise<Account> {
  return (
    (await getItem(table, accountKey(channel, id), Account)) ?? { channel, id, state: 'working', version: 0 }
  );
}

/** What is announced of an account. */
export interface AccountNews {
  event: DeskEvent;
  at: string;
  traceId: string;
}

/** Saves an account over the version that it was decided on, and what is to be announced of it; `false` when somebody else saved meanwhile (A21, A22). */
export async function putAccount(table: Table, account: Account, news?: AccountNews): Promise<boolean> {
  const { channel, id, version } = account;
  const saved = {
    Put: {
      Item: { ...accountKey(channel, id), ...account, version: version + 1 },
      ConditionExpression:
        version === 0 ? 'attribute_not_exists(pk) OR version = :version' : 'version = :version',
      ExpressionAttributeValues: { ':version': version },
    },
  };
  const refused = await write(table, news ? [saved, { Put: { Item: outboxItem(account, news) } }] : [saved]);
  return refused.length === 0;
}

/** The news of an account lie in a partition of its own, where the stream finds them as it finds those of conversations. */
function outboxItem({ channel, id: accountId, version }: Account, { event, at, traceId }: AccountNews): Item {
  const id = orderedId(at, `${channel}:${accountId}:${version + 1}`);
  return { ...accountOutboxKey(channel, accountId, id), id, at, actor: 'hark', traceId, events: [event] };
}

/** How exactly the latest traffic of an account is known, in seconds; a busy page must not cost a write for every message. */
export const TRAFFIC_GRAIN = 60;

/**
 * Notes that something came in or went out (A21), at most once in `TRAFFIC_GRAIN` seconds. Callers that remember when they last
 * noted spare themselves the request.
 */
export async function noteTraffic(
  table: Table,
  account: { channel: string; id: string },
  direction: 'lastInboundAt' | 'lastOutboundAt',
  at: string,
): Promise<void> {
  const before = new Date(Date.parse(at) - TRAFFIC_GRAIN * 1000).toISOString();
  const isOld = `attribute_not_exists(${direction}) OR ${direction} < :before`;
  await note(table, account, { [direction]: at }, isOld, { ':before': before });
}

/** Notes why an account could not do something just now (A21). */
export async function noteFailure(
  table: Table,
  account: { channel: string; id: string },
  refusal: Refusal,
  at: string,
): Promise<void> {
  const isNewer = 'attribute_not_exists(lastFailureAt) OR lastFailureAt <= :lastFailureAt';
  await note(table, account, { lastFailure: refusal, lastFailureAt: at }, isNewer);
}

/** Notes how many follow an account (A21), or only that the platform was asked and did not tell. */
export async function noteFollowers(
  table: Table,
  account: { channel: string; id: string },
  followers: number | undefined,
  at: string,
): Promise<void> {
  const isNewer = 'attribute_not_exists(followersAskedAt) OR followersAskedAt < :followersAskedAt';
  const told = followers === undefined ? {} : { followers };
  await note(table, account, { ...told, followersAskedAt: at }, isNewer);
}

/** Lays fields over what is known of an account, which need not have been heard of before. */
async function note(
  table: Table,
  { channel, id }: { channel: string; id: string },
  fields: Partial<Account>,
  condition: string,
  values: Record<string, unknown> = {},
): Promise<void> {
  const names = Object.keys(fields);
  const known = 'channel = :channel, id = :id, #state = if_not_exists(#state, :working)';
  const expression = names.map((name) => `${name} = :${name}`).join(', ');
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: accountKey(channel, id),
        UpdateExpression: `SET ${expression}, ${known}, version = if_not_exists(version, :none)`,
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ...values,
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
          ':channel': channel,
          ':id': id,
          ':working': 'working',
          ':none': 0,
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
