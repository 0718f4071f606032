import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { spendKey } from './said-keys.ts';
import type { Table } from './table.ts';

/** How long a day's count is kept, in seconds, for whoever wonders about a bill. */
const KEPT = 60 * 24 * 3600;

/** A use of something that costs by the token. */
export interface Use {
  tokens: number;
  /** ISO 8601 UTC; the count is by its day. */
  at: string;
}

/** Takes tokens from what a day may cost (A80); `false` when they are used up. What was not needed is given back afterwards. */
export async function takeTokens(table: Table, { tokens, at }: Use, limit: number): Promise<boolean> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: spendKey(at.slice(0, 10)),
        UpdateExpression: 'ADD tokens :tokens SET expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(tokens) OR tokens <= :room',
        ExpressionAttributeValues: {
          ':tokens': tokens,
          ':room': limit - tokens,
          ':expiresAt': Math.floor(Date.parse(at) / 1000) + KEPT,
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Counts what a use took more, or less, than was taken for it before (A80). */
export async function settleTokens(table: Table, { tokens, at }: Use): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: spendKey(at.slice(0, 10)),
      UpdateExpression: 'ADD tokens :tokens',
      ExpressionAttributeValues: { ':tokens': tokens },
    }),
  );
}
