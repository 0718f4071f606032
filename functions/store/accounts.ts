import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Account } from '../domain/account.ts';
import { accountKey } from './keys.ts';
import { getItem, type Table } from './table.ts';

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

/** Saves an account over the version that it was decided on; `false` when somebody else saved meanwhile (A21). */
export async function putAccount(table: Table, account: Account): Promise<boolean> {
  const { channel, id, version } = account;
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...accountKey(channel, id), ...account, version: version + 1 },
        ConditionExpression:
          version === 0 ? 'attribute_not_exists(pk) OR version = :version' : 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
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
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: accountKey(account.channel, account.id),
        UpdateExpression:
          'SET #direction = :at, channel = :channel, id = :id, #state = if_not_exists(#state, :working), version = if_not_exists(version, :none)',
        ConditionExpression: 'attribute_not_exists(#direction) OR #direction < :before',
        ExpressionAttributeNames: { '#direction': direction, '#state': 'state' },
        ExpressionAttributeValues: {
          ':at': at,
          ':before': before,
          ':channel': account.channel,
          ':id': account.id,
          ':working': 'working',
          ':none': 0,
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
