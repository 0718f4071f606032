import type { Rate } from '../channels/rates.ts';
import type { Delivery, Recipient } from '../domain/recipient.ts';
import { type Budget, takeAboveReserve, takeFromBudget } from '../store/budget.ts';
import type { Table } from '../store/table.ts';

/** The share of an account's calls that broadcasts leave to those who answer people. */
const RESERVE = 0.5;

type Wait = Extract<Delivery, { outcome: 'later' }>;

/** When its turn comes among the recipients of broadcasts: undefined for now, else how long it has to wait, once. */
export async function inLane(
  table: Table,
  budget: Budget,
  rate: Rate,
  { recipient, now }: { recipient: Recipient; now: number },
): Promise<Wait | undefined> {
  if (recipient.hasTurn) return undefined;
  const lane = { ...budget, use: `${budget.use}:broadcasts` };
  const share = { burst: Math.max(1, Math.floor(rate.burst * (1 - RESERVE))), seconds: rate.seconds };
  const wait = await takeFromBudget(table, lane, share, now);
  return wait > 0 ? { outcome: 'later', afterSeconds: wait / 1000, waits: true, hasTurn: true } : undefined;
}

/**
 * When a recipient may be reached: undefined for now, else how long it has to wait. Broadcasts form a lane of their own beside the
 * account's budget, so that each recipient waits once for its turn instead of all of them asking again and again; and a turn is
 * taken only while enough is left over for answers.
 */
export async function paced(
  table: Table,
  budget: Budget,
  rate: Rate,
  { recipient, now }: { recipient: Recipient; now: number },
): Promise<Wait | undefined> {
  const waiting = await inLane(table, budget, rate, { recipient, now });
  if (waiting) return waiting;
  const wait = await takeAboveReserve(table, budget, rate, { now, reserve: RESERVE });
  return wait > 0 ? { outcome: 'later', afterSeconds: wait / 1000, waits: true, hasTurn: true } : undefined;
}
