import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from '../../../functions/store/table.ts';

/** Everything in a table that a test made. */
export async function allItems({ client, name }: Table): Promise<Item[]> {
  const { Items } = await client.send(new ScanCommand({ TableName: name }));
  return Items ?? [];
}
