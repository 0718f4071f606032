import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Presence } from '../domain/presence.ts';
import { dutyDue } from './duty.ts';
import { orderedId } from './ordered-id.ts';
import { getItem, type Table } from './table.ts';
import { agentOutboxKey, presenceKey } from './work-keys.ts';
import { write } from './write.ts';

/** How long the news of an agent's coming and going are kept, in seconds. */
const KEPT = 30 * 24 * 3600;

/** An agent's presence (A90); undefined for one who never said that they are there. */
export function getPresence(table: Table, agentId: string): Promise<Presence | undefined> {
  return getItem(table, presenceKey(agentId), Presence);
}

/** All agents who ever said that they are there (A90). */
export async function listPresence(table: Table): Promise<Presence[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': presenceKey('').pk },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => Presence.parse(item));
}

/**
 * Saves a presence over the version that it was decided on, and announces it when the agent came or went (A90, A91); `false` when
 * somebody else saved meanwhile. `lookAt` is when to look whether the agent is still gone (A11).
 */
export async function putPresence(
  table: Table,
  presence: Presence,
  { lookAt, announce, traceId }: { lookAt: string | undefined; announce: boolean; traceId: string },
): Promise<boolean> {
  const { agentId, version, state, since } = presence;
  const saved = {
    Put: {
      Item: {
        ...presenceKey(agentId),
        ...presence,
        version: version + 1,
        ...dutyDue({ kind: 'presence', name: agentId }, lookAt),
      },
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
    },
  };
  const id = orderedId(since, `${agentId}:${version + 1}`);
  const news = {
    ...agentOutboxKey(agentId, id),
    ...{ id, at: since, actor: agentId, traceId },
    events: [{ name: 'agent.reported', data: { agentId, state } }],
    expiresAt: Math.floor(Date.parse(since) / 1000) + KEPT,
  };
  const refused = await write(table, announce ? [saved, { Put: { Item: news } }] : [saved]);
  return refused.length === 0;
}
