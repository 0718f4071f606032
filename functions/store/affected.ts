import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Affected } from '../domain/affected.ts';
import { affectedCountKey, affectedKey, affectedPrefix, incidentKey, progressPrefix } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import { getItem, type Item, type Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** The counters of one incident are spread over this many items. */
const COUNT_SHARDS = 4;

/** Whether and why a conversation may belong to an incident (A55). */
export function getAffected(
  table: Table,
  incidentId: string,
  conversationId: string,
): Promise<Affected | undefined> {
  return getItem(table, affectedKey(incidentId, conversationId), Affected);
}

/**
 * Writes what is known of a conversation and an incident over what was known before, and counts it (A55, A56). False when somebody
 * else wrote meanwhile.
 */
export async function putAffected(
  table: Table,
  before: Affected | undefined,
  after: Affected,
): Promise<boolean> {
  const put: Write = {
    Put: {
      Item: { ...affectedKey(after.incidentId, after.conversationId), ...after },
      ...(before
        ? {
            ConditionExpression: '#state = :state',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':state': before.state },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
  const refused = await writeInTurn(table, [put, ...counts(before, after)]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw new Error(`Others kept writing the counters of the incident ${after.incidentId}.`);
}

function counts(before: Affected | undefined, after: Affected): Write[] {
  const steps = new Map<string, number>();
  if (before?.state !== after.state) {
    if (before) steps.set(before.state, -1);
    steps.set(after.state, 1);
  }
  if (before?.toldAt === undefined && after.toldAt !== undefined) steps.set('told', 1);
  if (steps.size === 0) return [];
  const names = [...steps.keys()];
  return [
    {
      Update: {
        Key: affectedCountKey(after.incidentId, shardOf(after.conversationId, COUNT_SHARDS)),
        UpdateExpression: `ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, steps.get(name)])),
      },
    },
  ];
}

const count = z._default(z.number(), 0);
const Counter = z.object({ proposed: count, accepted: count, rejected: count, told: count });
/** How many conversations an incident has, by state, and how many of their people were told personally. */
export type AffectedCounts = z.infer<typeof Counter>;

/** How many conversations an incident has (A56). */
export async function countAffected(table: Table, incidentId: string): Promise<AffectedCounts> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({ ...below(table, incidentId, progressPrefix), ConsistentRead: true }),
  );
  const sum: AffectedCounts = { proposed: 0, accepted: 0, rejected: 0, told: 0 };
  for (const item of Items) {
    const counter = Counter.parse(item);
    sum.proposed += counter.proposed;
    sum.accepted += counter.accepted;
    sum.rejected += counter.rejected;
    sum.told += counter.told;
  }
  return sum;
}

/** Conversations of an incident in one state, in the order of their ids (A55); `last` continues them. */
export async function listAffected(
  table: Table,
  incidentId: string,
  { state, after, limit }: { state: Affected['state']; after?: string | undefined; limit: number },
): Promise<{ affected: Affected[]; last?: string | undefined }> {
  const affected: Affected[] = [];
  let start: Item | undefined = after === undefined ? undefined : affectedKeyItem(incidentId, after);
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        ...below(table, incidentId, affectedPrefix),
        FilterExpression: '#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ...below(table, incidentId, affectedPrefix).ExpressionAttributeValues,
          ':state': state,
        },
        ConsistentRead: true,
        // A state may be rare among many, and a page of them is small.
        Limit: Math.max(limit, 500),
        ExclusiveStartKey: start,
      }),
    );
    affected.push(...z.array(Affected).parse(Items));
    start = LastEvaluatedKey;
  } while (start && affected.length < limit);
  const page = affected.slice(0, limit);
  const hasMore = start !== undefined || affected.length > limit;
  return { affected: page, last: hasMore ? page.at(-1)?.conversationId : undefined };
}

const affectedKeyItem = (incidentId: string, conversationId: string): Item => ({
  ...affectedKey(incidentId, conversationId),
});

function below(table: Table, incidentId: string, prefix: string) {
  return {
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': incidentKey(incidentId).pk, ':prefix': prefix },
  };
}
