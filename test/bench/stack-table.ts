import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../functions/store/table.ts';
import { clientSettings } from '../../lib/local/local-credentials.ts';

/** Works with the table of a local stack, whose engine listens at `endpoint`. */
export async function withStackTable<T>(endpoint: string, work: (table: Table) => Promise<T>): Promise<T> {
  const raw = new DynamoDBClient(clientSettings(endpoint));
  try {
    const { TableNames: [name] = [] } = await raw.send(new ListTablesCommand({}));
    if (!name) throw new Error('The local stack has no table.');
    const marshallOptions = { removeUndefinedValues: true };
    return await work({ client: DynamoDBDocumentClient.from(raw, { marshallOptions }), name });
  } finally {
    raw.destroy();
  }
}
