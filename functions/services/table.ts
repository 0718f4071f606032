import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../store/table.ts';

/** The table, ready to use. Undefined fields are left out of items, as JSON does. */
export function openTable(name: string): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  // It copies every request and answer for a log that is not kept, which is a quarter of what a request costs us.
  client.middlewareStack.remove('loggerMiddleware');
  return { client, name };
}
