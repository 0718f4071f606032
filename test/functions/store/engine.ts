import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { indexes, table as keys } from '../../../functions/store/keys.ts';
import type { Table } from '../../../functions/store/table.ts';
import { freePort } from '../../../lib/local/free-port.ts';

/** A table of its own in a real engine: the embedded one, or the one that HARK_DYNAMODB_ENDPOINT names. */
export interface TestTable {
  table: Table;
  endpoint: string;
  close(): Promise<void>;
}

/** What any local engine takes for a sign-in. */
export const localAccess = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/** An engine in which a test makes as many tables as it likes. */
export interface TestEngine {
  endpoint: string;
  /** An empty table with the keys and indexes of the stack. */
  newTable(): Promise<Table>;
  /** Deletes its tables and ends the engine if it is ours. */
  close(): Promise<void>;
}

/** Starts what is needed and creates an empty table with the keys and indexes of the stack. */
export async function openTestTable(given?: string): Promise<TestTable> {
  const { endpoint, newTable, close } = await openTestEngine(given);
  return { table: await newTable(), endpoint, close };
}

/** Starts an engine, or uses the given one. */
export async function openTestEngine(given = process.env.HARK_DYNAMODB_ENDPOINT): Promise<TestEngine> {
  const { endpoint, stop } = given ? { endpoint: given, stop: async () => {} } : await startEngine();
  const raw = new DynamoDBClient({ ...localAccess, endpoint });
  const names: string[] = [];
  return {
    endpoint,
    newTable: async () => {
      const name = `hark-test-${randomUUID()}`;
      await createTable(raw, name);
      names.push(name);
      const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
      return { client, name };
    },
    close: async () => {
      for (const TableName of names) await raw.send(new DeleteTableCommand({ TableName }));
      raw.destroy();
      await stop();
    },
  };
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const names = [keys, ...Object.values(indexes)].flatMap((index) => [index.partitionKey, index.sortKey]);
  const definitions = [...new Set(names)].map(
    (AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: 'S' }),
  );
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: schemaOf(keys),
      AttributeDefinitions: definitions,
      GlobalSecondaryIndexes: Object.values(indexes).map((index) => ({
        IndexName: index.name,
        KeySchema: schemaOf(index),
        Projection: { ProjectionType: index.name === indexes.due.name ? 'KEYS_ONLY' : 'ALL' },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 20 }, { TableName: name });
}

function schemaOf({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}

/** Runs the engine until our end of its standard input closes, so that it outlives no test run, however that ends. */
const WATCHED = '"$@" </dev/null & engine=$!; read -r _; kill "$engine"; wait "$engine"';

async function startEngine(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const require = createRequire(import.meta.url);
  const binary = require.resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  const port = await freePort();
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', binary, 'serve', '--port', `${port}`], {
    stdio: 'pipe',
  });
  await listens(child);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

function listens(child: ChildProcess): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The engine ended before it listened.\n${output}`)));
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('listening on')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
