import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { budgetKey } from './keys.ts';
import type { Table } from './table.ts';

/** How many calls an account may make: `burst` at once, refilled over `seconds`. */
export interface Rate {
  burst: number;
  seconds: number;
}

/**
 * Takes one call from an account's budget (A20), which all workers share; 0 when there was one, else the milliseconds until there
 * is. Kept as the instant until which the budget is used up (the generic cell rate algorithm), so taking is one small write.
 */
export async function takeFromBudget(
  table: Table,
  account: { channel: string; accountId: string; use: string },
  { burst, seconds }: Rate,
  now: number,
): Promise<number> {
  const interval = (seconds * 1000) / burst;
  const full = seconds * 1000;
  const key = budgetKey(account.channel, account.accountId, account.use);
  const update = (expression: string, condition: string) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: { ':interval': interval, ':now': now, ':latest': now + full - interval },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  try {
    await update('SET usedUntil = usedUntil + :interval', 'usedUntil > :now AND usedUntil <= :latest');
    return 0;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const usedUntil = Number(error.Item?.usedUntil?.N ?? 0);
    if (usedUntil > now + full - interval) return usedUntil - (now + full - interval);
  }
  return startBudget(table, key, { usedUntil: now + interval, now });
}

/** The budget is whole: nobody called for so long that all of it came back, or ever. */
async function startBudget(
  table: Table,
  key: { pk: string; sk: string },
  { usedUntil, now }: { usedUntil: number; now: number },
): Promise<number> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: 'SET usedUntil = :until',
        ConditionExpression: 'attribute_not_exists(pk) OR usedUntil <= :now',
        ExpressionAttributeValues: { ':until': usedUntil, ':now': now },
      }),
    );
    return 0;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 50;
    throw error;
  }
}
