import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableInput,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { clientSettings } from './local-credentials.ts';
import { tableName } from './physical-names.ts';
import { StartError } from './start-error.ts';
import type { Resource, Template } from './template.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.object({
  ProjectionType: z.optional(z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY'])),
  NonKeyAttributes: z.optional(z.array(z.string())),
});
const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['B', 'N', 'S']) }),
  ),
  GlobalSecondaryIndexes: z.optional(z.array(z.object({ IndexName: z.string(), KeySchema, Projection }))),
  StreamSpecification: z.optional(
    z.object({
      StreamViewType: z.enum(['KEYS_ONLY', 'NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE']),
    }),
  ),
});

const tableTypes = new Set(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']);
const CREATE_LIMIT_MS = 10_000;

/**
 * Makes the tables of the template that the engine does not have yet, and returns the stream ARN of each table by its name.
 * @throws StartError when no engine answers.
 */
export async function createTables(
  template: Template,
  endpoint: string,
  dataId: string,
): Promise<Map<string, string>> {
  const client = new DynamoDBClient(clientSettings(endpoint));
  const streams = new Map<string, string>();
  try {
    for (const resource of template.resources.filter(({ type }) => tableTypes.has(type))) {
      const table = await ensureTable(client, tableInput(resource, dataId));
      if (table.TableName && table.LatestStreamArn) streams.set(table.TableName, table.LatestStreamArn);
    }
    return streams;
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError(`The DynamoDB engine at ${endpoint} does not give us our tables: ${reason}`, {
      cause: error,
    });
  } finally {
    client.destroy();
  }
}

/** Deletes the tables that a data folder had in an engine that it does not own. An engine that does not answer is left alone. */
export async function deleteTables(endpoint: string, dataId: string): Promise<void> {
  const client = new DynamoDBClient({ ...clientSettings(endpoint), maxAttempts: 1 });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    for (const TableName of TableNames?.filter((name) => name.endsWith(`-${dataId}`)) ?? []) {
      await client.send(new DeleteTableCommand({ TableName }));
    }
  } catch {
    // Starting goes on, and says so clearly when the engine is really needed.
  } finally {
    client.destroy();
  }
}

function tableInput(resource: Resource, dataId: string): CreateTableInput {
  const properties = TableProperties.parse(resource.properties);
  return {
    TableName: tableName(resource, dataId),
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: properties.KeySchema,
    AttributeDefinitions: properties.AttributeDefinitions,
    GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes,
    StreamSpecification: properties.StreamSpecification && {
      StreamEnabled: true,
      ...properties.StreamSpecification,
    },
  };
}

async function ensureTable(client: DynamoDBClient, input: CreateTableInput): Promise<TableDescription> {
  const { TableName } = input;
  if (!(await describe(client, TableName))) await client.send(new CreateTableCommand(input));
  for (let waited = 0; waited < CREATE_LIMIT_MS; waited += 50) {
    const table = await describe(client, TableName);
    if (table?.TableStatus === 'ACTIVE') return table;
    await sleep(50);
  }
  throw new Error(`the table ${TableName} did not become active`);
}

async function describe(
  client: DynamoDBClient,
  TableName: string | undefined,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
