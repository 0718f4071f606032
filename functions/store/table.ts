import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import type { Key } from './keys.ts';

/** The one table, and the client that reaches it. Every function of the store takes it first. */
export interface Table {
  client: DynamoDBDocumentClient;
  name: string;
}

/** An item as the SDK hands it out, before a schema has looked at it. */
export type Item = Record<string, unknown>;

/** DynamoDB holds no longer keys, in bytes, and refuses to look for them; names that come from outside may be of any length. */
const LONGEST = { pk: 2048, sk: 1024 };

function canBe({ pk, sk }: Key): boolean {
  return Buffer.byteLength(pk) <= LONGEST.pk && Buffer.byteLength(sk) <= LONGEST.sk;
}

/** One item, read strongly, parsed; undefined when there is none. */
export async function getItem<T extends z.ZodMiniType>(
  table: Table,
  key: Key,
  schema: T,
): Promise<z.infer<T> | undefined> {
  if (!canBe(key)) return undefined;
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item === undefined ? undefined : schema.parse(Item);
}

/** Several items in one strongly consistent request, found again by their keys. */
export async function getItems(
  table: Table,
  keys: Key[],
): Promise<(key: Key | undefined) => Item | undefined> {
  const wanted = new Map(keys.map((key) => [nameOf(key), key]));
  const found = new Map<string, Item>();
  let open = [...wanted.values()].filter(canBe);
  while (open.length > 0) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: open, ConsistentRead: true } } }),
    );
    for (const item of Responses?.[table.name] ?? []) found.set(`${item.pk}\n${item.sk}`, item);
    open = (UnprocessedKeys?.[table.name]?.Keys ?? []).map(({ pk, sk }) => ({ pk: `${pk}`, sk: `${sk}` }));
  }
  return (key) => (key === undefined ? undefined : found.get(nameOf(key)));
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}
