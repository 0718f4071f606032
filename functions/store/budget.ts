import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { budgetKey, type Key } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** How many calls an account may make: `burst` at once, refilled over `seconds`. */
export interface Rate {
  burst: number;
  seconds: number;
}

/** Whose budget, and for which kind of call. */
export interface Budget {
  channel: string;
  accountId: string;
  use: string;
}

const Used = z.object({ usedUntil: z.number() });

/** How often a write that lost against another is tried again. */
const ATTEMPTS = 5;

/**
 * Takes one call from an account's budget (A20), which all workers share, and tells in how many milliseconds it may be made: 0 for
 * now. It is taken in either case, so whoever waits has a call of its own then. Kept as the instant until which the budget is used
 * up (the generic cell rate algorithm), so taking is one small write.
 * @param now epoch milliseconds
 */
export async function takeFromBudget(table: Table, budget: Budget, rate: Rate, now: number): Promise<number> {
  const [wait = 0] = await takeSeveral(table, budget, rate, { now, calls: 1 });
  return wait;
}

/** Takes several calls with one write (A20); in how many milliseconds each may be made, in order. */
export async function takeSeveral(
  table: Table,
  { channel, accountId, use }: Budget,
  rate: Rate,
  { now, calls }: { now: number; calls: number },
): Promise<number[]> {
  const key = budgetKey(channel, accountId, use);
  const { full, interval } = spans(rate);
  const taken = calls * interval;
  const waits = (usedUntil: number) =>
    Array.from({ length: calls }, (_, call) =>
      Math.max(0, usedUntil - (calls - 1 - call) * interval - (now + full)),
    );
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = { ':taken': taken, ':now': now };
    const usedUntil = await update(
      table,
      key,
      'SET usedUntil = usedUntil + :taken',
      'usedUntil > :now',
      running,
    );
    if (usedUntil !== undefined) return waits(usedUntil);
    // Whole: nobody called for so long that all of it came back, or ever.
    const whole = 'attribute_not_exists(pk) OR usedUntil <= :now';
    const begun = { ':until': now + taken, ':now': now };
    if ((await update(table, key, 'SET usedUntil = :until', whole, begun)) !== undefined)
      return waits(now + taken);
  }
  throw new Error('Others kept changing the call budget of the account.');
}

/**
 * Takes a call only where more than a share of the budget is left over (A20), so that what may wait never takes the last calls
 * from those who answer people. 0: it is taken. Otherwise nothing is, and it may be asked again after so many milliseconds.
 */
export async function takeAboveReserve(
  table: Table,
  { channel, accountId, use }: Budget,
  rate: Rate,
  { now, reserve }: { now: number; reserve: number },
): Promise<number> {
  const key = budgetKey(channel, accountId, use);
  const { full, interval } = spans(rate);
  const most = now + Math.max(interval, full * (1 - reserve));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = { ':interval': interval, ':now': now, ':most': most - interval };
    const isLow = 'usedUntil > :now AND usedUntil <= :most';
    if ((await update(table, key, 'SET usedUntil = usedUntil + :interval', isLow, running)) !== undefined)
      return 0;
    const whole = 'attribute_not_exists(pk) OR usedUntil <= :now';
    const begun = { ':until': now + interval, ':now': now };
    if ((await update(table, key, 'SET usedUntil = :until', whole, begun)) !== undefined) return 0;
    const { usedUntil = 0 } = (await getItem(table, key, Used)) ?? {};
    if (usedUntil > most - interval) return Math.ceil(usedUntil - (most - interval));
  }
  throw new Error('Others kept changing the call budget of the account.');
}

/** The platform takes no more such calls before an instant (A20): until then there is no budget. @param until epoch milliseconds */
export async function closeBudget(
  table: Table,
  { channel, accountId, use }: Budget,
  rate: Rate,
  until: number,
): Promise<void> {
  const { full, interval } = spans(rate);
  const used = { ':until': until + full - interval };
  const isLess = 'attribute_not_exists(pk) OR usedUntil < :until';
  await update(table, budgetKey(channel, accountId, use), 'SET usedUntil = :until', isLess, used);
}

/** In milliseconds: all of a budget, and one call of it. */
function spans({ burst, seconds }: Rate): { full: number; interval: number } {
  return { full: seconds * 1000, interval: (seconds * 1000) / burst };
}

/** The instant after a write; undefined when its condition did not hold. */
async function update(
  table: Table,
  Key: Key,
  UpdateExpression: string,
  ConditionExpression: string,
  ExpressionAttributeValues: Record<string, number>,
): Promise<number | undefined> {
  try {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression,
        ConditionExpression,
        ExpressionAttributeValues,
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.usedUntil);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
