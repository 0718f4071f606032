import type { Rate } from '../channels/rates.ts';
import type { Delivery, Recipient } from '../domain/recipient.ts';
import { type Budget, takeAboveReserve, takeSeveral } from '../store/budget.ts';
import type { Table } from '../store/table.ts';

/** The share of an account's calls that broadcasts leave to those who answer people. */
const RESERVE = 0.5;

type Wait = Extract<Delivery, { outcome: 'later' }>;

/** When the turn of each comes among the recipients of broadcasts: undefined for now, else how long it has to wait, once. */
export async function inLane<R extends Pick<Recipient, 'hasTurn'>>(
  table: Table,
  budget: Budget,
  rate: Rate,
  { recipients, now }: { recipients: R[]; now: number },
): Promise<Map<R, Wait | undefined>> {
  const coming = recipients.filter(({ hasTurn }) => !hasTurn);
  if (coming.length === 0) return new Map();
  const lane = { ...budget, use: `${budget.use}:broadcasts` };
  const share = { burst: Math.max(1, Math.floor(rate.burst * (1 - RESERVE))), seconds: rate.seconds };
  const waits = await takeSeveral(table, lane, share, { now, calls: coming.length });
  return new Map(coming.map((recipient, index) => [recipient, waitOf(waits[index] ?? 0)]));
}

function waitOf(milliseconds: number): Wait | undefined {
  if (milliseconds <= 0) return undefined;
  return { outcome: 'later', afterSeconds: milliseconds / 1000, waits: true, hasTurn: true };
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
  const waiting = (await inLane(table, budget, rate, { recipients: [recipient], now })).get(recipient);
  return waiting ?? waitOf(await takeAboveReserve(table, budget, rate, { now, reserve: RESERVE }));
}
