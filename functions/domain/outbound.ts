import type { Change } from './change.ts';
import type { Instant } from './instant.ts';
import type { Message, Outbound } from './message.ts';
import {
  type Departure,
  freed,
  type Moment,
  outboundChange,
  secondsAfter,
  told,
  withoutDeparture,
} from './outbound-change.ts';
import type { Refusal } from './refusal.ts';
import type { Aftermath } from './retract-answer.ts';

/** How long one attempt may take before another worker may take over, in seconds; longer than the function's time limit. */
export const SEND_LEASE = 60;

/**
 * Seconds before the second attempt and each one after it, at least; a platform may ask for more. After the last the message has
 * failed: an outage of two hours is waited out.
 */
const PAUSES = [1, 5, 15, 30, 60, 120, 300, 600, 1200, 2400, 3600];
/** Seconds before each look on the platform for what may have arrived; after the last, people have to look. */
const LOOKS = [3, 10, 30, 120, 600];

/** What a worker that took up a message should do with it. */
export type Take =
  /** Send it; `change` claims it first. */
  | { take: 'send'; change: Change }
  /** The last attempt may have reached the platform: look there first; `change` claims it. */
  | { take: 'look'; change: Change; since: Instant }
  /** It left, failed, was taken back or is not due yet. */
  | { take: 'leave' }
  /** Another worker is at it. */
  | { take: 'wait' };

/** Claims a message for sending. A claim that ran out belonged to a worker that died, so nobody knows how far it came. */
export function takeDeparture(departure: Departure, moment: Moment): Take {
  const { state, outbound, at } = departure.message;
  const { now } = moment;
  if (state === 'queued') {
    if (outbound.leavesAt > now) return { take: 'leave' };
    const attempt = { attempts: outbound.attempts + 1, attemptedAt: now, looks: 0 };
    return { take: 'send', change: claim(departure, attempt, moment) };
  }
  const isDead = state === 'sending' && (outbound.leasedUntil ?? '') <= now;
  if (state === 'sending' && !isDead) return { take: 'wait' };
  const isUncertain = isToBeLookedFor(departure.message) && outbound.leavesAt <= now;
  if (!isDead && !isUncertain) return { take: 'leave' };
  return { take: 'look', since: outbound.attemptedAt ?? at, change: claim(departure, {}, moment) };
}

function claim({ conversation, message }: Departure, attempt: Partial<Outbound>, moment: Moment): Change {
  const { turn: _, ...outbound } = message.outbound;
  const leasedUntil = secondsAfter(moment.now, SEND_LEASE);
  const claimed: Message = {
    ...message,
    state: 'sending',
    outbound: { ...outbound, ...attempt, leasedUntil },
  };
  return outboundChange(conversation, [claimed], [], moment);
}

/** The platform has it. Its id is what the echo and all answers to it are known by. */
export function departed({ conversation, message }: Departure, nativeId: string, moment: Moment): Change {
  const sent: Message = { ...message, state: 'sent', nativeId, outbound: freed(message.outbound) };
  return {
    ...outboundChange(conversation, [sent], [told('message.sent', sent)], moment),
    newReferences: [{ nativeId, conversationId: conversation.id, messageId: message.id }],
  };
}

/** The platform surely does not have it; it is tried again after some seconds, unless it was tried too often. */
export function postponed(
  departure: Departure,
  { refusal, afterSeconds }: { refusal: Refusal; afterSeconds: number },
  moment: Moment,
  aftermath: Aftermath,
): Change {
  const { conversation, message } = departure;
  const { attempts } = message.outbound;
  // Looked for because an agent asked for another attempt: that one is still to come.
  const pause = attempts === 0 ? 0 : PAUSES[attempts - 1];
  if (pause === undefined) return failed(departure, refusal, moment, aftermath);
  const leavesAt = secondsAfter(moment.now, Math.max(pause, afterSeconds));
  const waiting: Message = {
    ...message,
    state: 'queued',
    outbound: { ...freed(message.outbound, refusal), leavesAt },
  };
  return outboundChange(conversation, [waiting], [], moment);
}

/**
 * Its turn has not come: an earlier message is still on its way, or the account's budget is used up. Costs no attempt. `turn`
 * remembers that the wait was for the budget, whose share it has when the time comes.
 */
export function delayed(
  { conversation, message }: Departure,
  afterSeconds: number,
  moment: Moment,
  turn?: 'budget',
): Change {
  const leavesAt = secondsAfter(moment.now, afterSeconds);
  const outbound = { ...message.outbound, leavesAt, ...(turn && { turn }) };
  return outboundChange(conversation, [{ ...message, outbound }], [], moment);
}

/** Its account cannot send now; it waits until somebody mends that. */
export function held({ conversation, message }: Departure, refusal: Refusal, moment: Moment): Change {
  const heldFor = accountName(conversation);
  const outbound = { ...freed(message.outbound, refusal), heldFor };
  const waiting: Message = { ...message, state: 'held', outbound };
  return outboundChange(conversation, [waiting], [told('message.held', waiting, refusal)], moment);
}

/** Names an account of ours across channels. */
export function accountName({ channel, accountId }: { channel: string; accountId: string }): string {
  return `${channel}#${accountId}`;
}

/** The platform may have taken it; nobody sends it again before somebody looked. */
export function unconfirmed({ conversation, message }: Departure, refusal: Refusal, moment: Moment): Change {
  const looks = message.outbound.looks ?? 0;
  const leavesAt = secondsAfter(moment.now, LOOKS[looks] ?? 0);
  const outbound = { ...freed(message.outbound, refusal), leavesAt, looks: looks + 1 };
  const open: Message = { ...message, state: 'unconfirmed', outbound };
  const events = looks > 0 ? [] : [told('message.unconfirmed', open, refusal)];
  return outboundChange(conversation, [open], events, moment);
}

/** Whether it is still looked for by itself, after an attempt that may have arrived. */
export function isToBeLookedFor({ state, outbound }: Pick<Message, 'state' | 'outbound'>): boolean {
  const { looks = 0, handledBy } = outbound ?? {};
  return state === 'unconfirmed' && looks <= LOOKS.length && handledBy === undefined;
}

/** When the message next needs a look by itself: to leave, to be taken over from a worker that died, to be looked for, or to remind of it. */
export function messageDueAt(message: Message): string | undefined {
  const { state, outbound } = message;
  if (!outbound) return undefined;
  if (state === 'sending') return outbound.leasedUntil;
  if (state === 'awaiting-approval') return outbound.approval?.remindAt?.[0];
  const isWaiting = state === 'queued' || state === 'scheduled' || isToBeLookedFor(message);
  return isWaiting ? outbound.leavesAt : undefined;
}

/** Automatic words that would come too late are not sent at all; nobody waited for them. */
export function overtaken({ conversation, message }: Departure, moment: Moment): Change {
  const dropped: Message = { ...message, state: 'cancelled', outbound: freed(message.outbound) };
  return outboundChange(conversation, [dropped], [told('message.cancelled', dropped)], moment);
}

/** It never will be sent. Whoever waited for it waits again. */
export function failed(
  { conversation, message }: Departure,
  refusal: Refusal,
  moment: Moment,
  aftermath: Aftermath,
): Change {
  const given: Message = { ...message, state: 'failed', outbound: freed(message.outbound, refusal) };
  const { conversation: after, events } = withoutDeparture(conversation, message, aftermath);
  return outboundChange(
    conversation,
    [given],
    [told('message.failed', given, refusal), ...events],
    moment,
    after,
  );
}
