import type { Dispatch } from './dispatch.ts';
import type { Account } from './domain/account.ts';
import { isOfUse } from './domain/acknowledgement.ts';
import type { Change } from './domain/change.ts';
import type { Message } from './domain/message.ts';
import { delayed, failed, held, isToBeLookedFor, overtaken } from './domain/outbound.ts';
import type { Departure, Moment } from './domain/outbound-change.ts';
import { getAccount } from './store/accounts.ts';
import { takeFromBudget } from './store/budget.ts';
import { latestMessages } from './store/conversations.ts';
import { loadAftermath } from './store/departures.ts';

/** What is to be written instead of sending, decided on the newest facts. */
export type Pause = (departure: Departure, moment: Moment) => Change;

/** What a message stands behind: its pause, if any, and the part of its series that it follows. */
export interface Turn {
  pause?: Pause | undefined;
  /** The part before it, which the platform has. */
  follows?: Message | undefined;
  /** Its account is held, and this message tries whether it still has to be. */
  isTrial?: boolean;
}

/** How many of a conversation's latest messages are looked at for ones that must leave before. */
const REACH = 60;
/** How long a message waits at least for an earlier one of its conversation, in seconds. */
const TURN = 2;
/** After so many looks for an earlier message in vain, later ones need not wait for it any more. */
const PATIENCE = 3;

const partMissing = {
  code: 'hark:part-missing',
  explanation: 'An earlier part of this text did not leave, so this one was not sent either.',
  advice: 'See why the earlier part did not leave, then send the parts again, the first of them first.',
};

/** Whether a message may be sent now: its account works, all before it have left, and the account's budget has a call for it. */
export async function turnOf(
  { conversation, message }: Departure,
  dispatch: Pick<Dispatch, 'desk' | 'rateOf'>,
): Promise<Turn> {
  const { table, clock } = dispatch.desk;
  const { channel, accountId } = conversation;
  const now = clock();
  if (!isOfUse(message, conversation, now)) return { pause: overtaken };
  const account = await getAccount(table, channel, accountId);
  const { refusal } = account;
  if (refusal && isHeld(account, now))
    return { pause: (departure, moment) => held(departure, refusal, moment) };
  const earlier = (await latestMessages(table, conversation.id, REACH)).filter(({ id }) => id < message.id);
  const series = earlier.filter(
    (one) => one.outbound?.series !== undefined && one.outbound.series === message.outbound.series,
  );
  if (series.some(isLost)) {
    const aftermath = await loadAftermath(table, { conversation, message });
    return { pause: (departure, moment) => failed(departure, partMissing, moment, aftermath) };
  }
  const before = earlier.findLast(
    (one) =>
      (one.visibility === message.visibility && goesFirst(one)) ||
      (series.includes(one) && isToBeLookedFor(one)),
  );
  if (before) {
    const seconds = secondsUntil(before, now);
    return { pause: (departure, moment) => delayed(departure, seconds, moment) };
  }
  const pause = await budgetPause({ conversation, message }, dispatch, now);
  return { pause, follows: series.at(-1), isTrial: account.state === 'held' };
}

/** A hold that may have passed by itself lets messages try. */
function isHeld({ state, retryAt }: Account, now: string): boolean {
  return state === 'held' && (retryAt === undefined || retryAt > now);
}

/** A part that is not there, so that what follows would hang in the air. */
function isLost(part: Message): boolean {
  const isOpen = isToBeLookedFor(part);
  return part.state === 'failed' || part.state === 'cancelled' || (part.state === 'unconfirmed' && !isOpen);
}

/** An earlier message of ours in the same place that is still on its way. */
function goesFirst({ state, outbound }: Message): boolean {
  if (!outbound || outbound.handledBy !== undefined) return false;
  if (state === 'unconfirmed') return (outbound.looks ?? 0) <= PATIENCE;
  return state === 'queued' || state === 'sending' || state === 'held';
}

function secondsUntil({ state, outbound }: Message, now: string): number {
  const open = state === 'queued' || state === 'unconfirmed' ? outbound?.leavesAt : undefined;
  return Math.max(TURN, open === undefined ? 0 : Math.ceil((Date.parse(open) - Date.parse(now)) / 1000));
}

/** Who has to wait has its call when the time comes, so that a burst is served in its order and asks once. */
async function budgetPause(
  { conversation, message }: Departure,
  dispatch: Pick<Dispatch, 'desk' | 'rateOf'>,
  now: string,
): Promise<Pause | undefined> {
  if (message.outbound.turn === 'budget') return undefined;
  const { channel, accountId } = conversation;
  const { use, rate } = dispatch.rateOf(channel, message);
  const wait = await takeFromBudget(dispatch.desk.table, { channel, accountId, use }, rate, Date.parse(now));
  if (wait <= 0) return undefined;
  return (departure, moment) => delayed(departure, Math.ceil(wait / 1000), moment, 'budget');
}
