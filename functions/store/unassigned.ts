import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from './table.ts';
import { unassignedKey } from './work-keys.ts';

const Unassigned = z.object({ teamId: z.string(), dueAt: z.string(), conversationId: z.string() });

/** Work of a team that found no agent. An entry may be out of date; whoever takes it up looks at the conversation first. */
export type Unassigned = z.infer<typeof Unassigned>;

/** Notes that a conversation found no agent (A89). */
export async function keepUnassigned(table: Table, entry: Unassigned): Promise<void> {
  const { teamId, dueAt, conversationId } = entry;
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { ...unassignedKey(teamId, dueAt, conversationId), ...entry },
    }),
  );
}

/** The work of a team that waits for an agent, most urgent first (A89). */
export async function listUnassigned(table: Table, teamId: string, limit: number): Promise<Unassigned[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': unassignedKey(teamId, '', '').pk },
      Limit: limit,
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => Unassigned.parse(item));
}

/** Forgets an entry that was taken up (A89). */
export async function forgetUnassigned(table: Table, entry: Unassigned): Promise<void> {
  const { teamId, dueAt, conversationId } = entry;
  await table.client.send(
    new DeleteCommand({ TableName: table.name, Key: unassignedKey(teamId, dueAt, conversationId) }),
  );
}
