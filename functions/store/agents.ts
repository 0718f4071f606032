import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DeskAgent } from '../domain/agent.ts';
import { agentKey } from './keys.ts';
import { getItem, getItems, type Table } from './table.ts';

/** Everybody who ever signed in to the desk (A35). */
export async function listAgents(table: Table): Promise<DeskAgent[]> {
  const agents: DeskAgent[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': agentKey('').pk },
        ExclusiveStartKey: start,
      }),
    );
    agents.push(...(Items ?? []).map((item) => DeskAgent.parse(item)));
    start = LastEvaluatedKey;
  } while (start);
  return agents;
}

/** An agent by id (A35). */
export function getAgent(table: Table, id: string): Promise<DeskAgent | undefined> {
  return getItem(table, agentKey(id), DeskAgent);
}

/** Those of the ids that belong to somebody who signed in once (A35). */
export async function getAgents(table: Table, ids: readonly string[]): Promise<DeskAgent[]> {
  if (ids.length === 0) return [];
  const found = await getItems(
    table,
    ids.map((id) => agentKey(id)),
  );
  return ids.flatMap((id) => {
    const item = found(agentKey(id));
    return item ? [DeskAgent.parse(item)] : [];
  });
}

/** Remembers who somebody is, by their sign-in (A35). What they say of themselves stays. */
export async function rememberAgent(table: Table, { presence: _, id, ...agent }: DeskAgent): Promise<void> {
  const { email, ...known } = agent;
  const fields = Object.entries({ id, ...known, ...(email !== undefined && { email }) });
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: agentKey(id),
      UpdateExpression: `SET ${fields.map((_field, index) => `#f${index} = :f${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#f${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(fields.map(([, value], index) => [`:f${index}`, value])),
    }),
  );
}
