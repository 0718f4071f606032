import { setTimeout as pause } from 'node:timers/promises';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import type { Item, Table } from './table.ts';

interface Condition {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  /** Hands out the item that the condition failed on. */
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
}

/** One write and its condition, in DynamoDB's words. */
export type Write =
  | { Put: Condition & { Item: Item } }
  | { Update: Condition & { Key: Key; UpdateExpression: string } }
  | { Delete: Condition & { Key: Key } };

/** Why one of the writes was refused: its condition failed, or somebody else was just writing the same item. */
export interface Refused {
  /** Which of the writes. */
  index: number;
  reason: 'condition' | 'conflict';
  /** The item that the condition failed on, if the write asked for it, as DynamoDB writes it. */
  stored?: Record<string, AttributeValue> | undefined;
}

/**
 * Writes all or nothing; what comes back is empty when all is written. A single write needs no transaction, which would cost
 * twice as much.
 * @throws whatever is neither a failed condition nor a conflict.
 */
export async function write(table: Table, writes: Write[]): Promise<Refused[]> {
  const [first] = writes;
  if (!first) return [];
  try {
    if (writes.length === 1) await writeOne(table, first);
    else await writeTogether(table, writes);
    return [];
  } catch (error) {
    const refused = refusedBy(error);
    if (refused.length === 0) throw error;
    return refused;
  }
}

const ATTEMPTS = 7;
/** Longest pause before the second attempt, in milliseconds; it doubles with every further one. */
const PAUSE = 20;

/**
 * Like `write`, for items that a crowd writes at once, such as the counter of a post that everybody likes: as long as writes are
 * refused only because somebody else is writing, it waits a moment and tries again.
 */
export async function writeInTurn(table: Table, writes: Write[]): Promise<Refused[]> {
  for (let attempt = 1; ; attempt += 1) {
    const refused = await write(table, writes);
    const isOnlyBusy = refused.length > 0 && refused.every(({ reason }) => reason === 'conflict');
    if (!isOnlyBusy || attempt === ATTEMPTS) return refused;
    await pause(Math.random() * PAUSE * 2 ** attempt);
  }
}

async function writeOne({ client, name: TableName }: Table, one: Write): Promise<void> {
  if ('Put' in one) await client.send(new PutCommand({ TableName, ...one.Put }));
  else if ('Update' in one) await client.send(new UpdateCommand({ TableName, ...one.Update }));
  else await client.send(new DeleteCommand({ TableName, ...one.Delete }));
}

async function writeTogether({ client, name: TableName }: Table, writes: Write[]): Promise<void> {
  const TransactItems = writes.map((one) => {
    if ('Put' in one) return { Put: { TableName, ...one.Put } };
    return 'Update' in one
      ? { Update: { TableName, ...one.Update } }
      : { Delete: { TableName, ...one.Delete } };
  });
  await client.send(new TransactWriteCommand({ TransactItems }));
}

function refusedBy(error: unknown): Refused[] {
  if (error instanceof ConditionalCheckFailedException) {
    return [{ index: 0, reason: 'condition', stored: error.Item }];
  }
  if (error instanceof TransactionConflictException) return [{ index: 0, reason: 'conflict' }];
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code, Item }, index): Refused[] => {
    if (Code === 'ConditionalCheckFailed') return [{ index, reason: 'condition', stored: Item }];
    return Code === 'TransactionConflict' ? [{ index, reason: 'conflict' }] : [];
  });
}
