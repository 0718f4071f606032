import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';
import type { Message, Outbound } from './message.ts';
import type { Refusal } from './refusal.ts';
import { retractAnswer } from './retract-answer.ts';

/** How long one attempt may take before another worker may take over, in seconds; longer than the function's time limit. */
export const SEND_LEASE = 60;

/** How often a message is given to the platform before it counts as failed. */
const ATTEMPTS = 12;
/** After how many seconds to look on the platform for a message that may have arrived; after the last, people have to look. */
const LOOKS = [3, 10, 30, 120, 600];

/** A message of ours on its way, with the conversation that it belongs to. */
export interface Departure {
  conversation: Conversation;
  message: Message & { outbound: Outbound };
}

/** Why a decision about a departure is made: when, and as part of which request. */
interface Moment {
  now: Instant;
  traceId: string;
  actor: string;
}

/** What a worker that took up a message should do with it. */
export type Take =
  /** Send it; `change` claims it first. */
  | { take: 'send'; change: Change }
  /** The last attempt may have reached the platform: look there first; `change` claims it. */
  | { take: 'look'; change: Change; since: Instant }
  /** It left, failed, was taken back or is not due yet. */
  | { take: 'leave' }
  /** Another worker is at it. */
  | { take: 'wait'; seconds: number };

/** Claims a message for sending. A claim that ran out belonged to a worker that died, so nobody knows how far it came. */
export function takeDeparture({ conversation, message }: Departure, moment: Moment): Take {
  const { state, outbound } = message;
  const { now } = moment;
  if (state === 'queued' && outbound.leavesAt > now) return { take: 'leave' };
  const leased = outbound.leasedUntil !== undefined && outbound.leasedUntil > now;
  if (state === 'sending' && leased) {
    return {
      take: 'wait',
      seconds: Math.ceil((Date.parse(outbound.leasedUntil ?? now) - Date.parse(now)) / 1000),
    };
  }
  if (state === 'queued') {
    const claimed = claim(message, { attempts: outbound.attempts + 1, attemptedAt: now }, now);
    return { take: 'send', change: messageChange(conversation, claimed, [], moment) };
  }
  const isOpen = state === 'sending' || (state === 'unconfirmed' && (outbound.looks ?? 0) < LOOKS.length);
  if (!isOpen || (state === 'unconfirmed' && outbound.leavesAt > now)) return { take: 'leave' };
  const since = outbound.attemptedAt ?? message.at;
  return { take: 'look', since, change: messageChange(conversation, claim(message, {}, now), [], moment) };
}

function claim(message: Departure['message'], attempt: Partial<Outbound>, now: Instant): Message {
  const leasedUntil = secondsAfter(now, SEND_LEASE);
  return { ...message, state: 'sending', outbound: { ...message.outbound, ...attempt, leasedUntil } };
}

/** The platform has it. Its id is what the echo and all answers to it are known by. */
export function departed({ conversation, message }: Departure, nativeId: string, moment: Moment): Change {
  const sent: Message = { ...message, state: 'sent', nativeId, outbound: freed(message.outbound) };
  return {
    ...messageChange(conversation, sent, [told('message.sent', sent)], moment),
    newReferences: [{ nativeId, conversationId: conversation.id, messageId: message.id }],
  };
}

/** The platform surely does not have it; it is tried again after some seconds, unless it was tried too often. */
export function postponed(
  departure: Departure,
  refusal: Refusal,
  afterSeconds: number,
  moment: Moment,
): Change {
  const { conversation, message } = departure;
  if (message.outbound.attempts >= ATTEMPTS) return failed(departure, refusal, moment);
  const leavesAt = secondsAfter(moment.now, afterSeconds);
  const waiting: Message = {
    ...message,
    state: 'queued',
    outbound: { ...freed(message.outbound, refusal), leavesAt },
  };
  return messageChange(conversation, waiting, [], moment);
}

/** Its turn has not come: an earlier message is still on its way, or the account's budget is used up. Costs no attempt. */
export function delayed({ conversation, message }: Departure, afterSeconds: number, moment: Moment): Change {
  const leavesAt = secondsAfter(moment.now, afterSeconds);
  const waiting: Message = { ...message, outbound: { ...message.outbound, leavesAt } };
  return messageChange(conversation, waiting, [], moment);
}

/** A held message goes on: the account can send again, or an agent asked for another attempt. */
export function requeued({ conversation, message }: Departure, moment: Moment): Change | undefined {
  if (message.state !== 'held' && message.state !== 'failed' && message.state !== 'unconfirmed')
    return undefined;
  const outbound = { ...freed(message.outbound), leavesAt: moment.now, attempts: 0, looks: 0 };
  const waiting: Message = { ...message, state: 'queued', outbound };
  return messageChange(conversation, waiting, [told('message.requeued', waiting)], moment);
}

/** Its account cannot send now; it waits until somebody mends that. */
export function held({ conversation, message }: Departure, refusal: Refusal, moment: Moment): Change {
  const waiting: Message = { ...message, state: 'held', outbound: freed(message.outbound, refusal) };
  return messageChange(conversation, waiting, [told('message.held', waiting, refusal)], moment);
}

/** The platform may have taken it; nobody sends it again before somebody looked. */
export function unconfirmed({ conversation, message }: Departure, refusal: Refusal, moment: Moment): Change {
  const looks = message.outbound.looks ?? 0;
  const leavesAt = secondsAfter(moment.now, LOOKS[looks] ?? 0);
  const outbound = { ...freed(message.outbound, refusal), leavesAt, looks: looks + 1 };
  const open: Message = { ...message, state: 'unconfirmed', outbound };
  const events = looks > 0 ? [] : [told('message.unconfirmed', open, refusal)];
  return messageChange(conversation, open, events, moment);
}

/** When the message next needs a look by itself: to leave, to be taken over from a worker that died, or to be looked for. */
export function messageDueAt({ state, outbound }: Message): string | undefined {
  if (!outbound) return undefined;
  if (state === 'queued' || state === 'scheduled') return outbound.leavesAt;
  if (state === 'sending') return outbound.leasedUntil;
  return state === 'unconfirmed' && (outbound.looks ?? 0) < LOOKS.length ? outbound.leavesAt : undefined;
}

/** It never will be sent. Whoever waited for it waits again. */
export function failed({ conversation, message }: Departure, refusal: Refusal, moment: Moment): Change {
  const given: Message = { ...message, state: 'failed', outbound: freed(message.outbound, refusal) };
  return neverLeft(conversation, given, told('message.failed', given, refusal), moment);
}

/** Somebody dealt with a message that failed, is held or unconfirmed by other means; it is not shown as open any more. */
export function handled({ conversation, message }: Departure, moment: Moment): Change | undefined {
  const isHard = message.state === 'failed' || message.state === 'unconfirmed' || message.state === 'held';
  if (!isHard || message.outbound.handledBy !== undefined) return undefined;
  const done: Message = { ...message, outbound: { ...message.outbound, handledBy: moment.actor } };
  return messageChange(conversation, done, [told('message.handled', done)], moment);
}

/** Its author took it back before it left. Undefined when it is too late for that. */
export function cancelled({ conversation, message }: Departure, moment: Moment): Change | undefined {
  const isHere =
    message.state === 'scheduled' || (message.state === 'queued' && message.outbound.leavesAt > moment.now);
  if (!isHere) return undefined;
  const taken: Message = { ...message, state: 'cancelled', outbound: freed(message.outbound) };
  return neverLeft(conversation, taken, told('message.cancelled', taken), moment);
}

function neverLeft(conversation: Conversation, message: Message, event: DeskEvent, moment: Moment): Change {
  const stopped = message.outbound?.stopped;
  const outcome = stopped ? retractAnswer(conversation, stopped) : { conversation, events: [] };
  return {
    ...messageChange(conversation, message, [event, ...outcome.events], moment),
    conversation: { before: conversation, after: outcome.conversation },
  };
}

function secondsAfter(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}

/** Nobody works at it any more. */
function freed({ leasedUntil: _, refusal: __, ...outbound }: Outbound, refusal?: Refusal): Outbound {
  return refusal ? { ...outbound, refusal } : outbound;
}

type OutgoingEvent =
  `message.${'sent' | 'held' | 'unconfirmed' | 'failed' | 'cancelled' | 'requeued' | 'handled'}`;

function told(name: OutgoingEvent, { id: messageId, visibility }: Message, refusal?: Refusal): DeskEvent {
  return { name, data: { messageId, visibility, ...(refusal && { reason: refusal.code }) } };
}

function messageChange(
  conversation: Conversation,
  message: Message,
  events: DeskEvent[],
  moment: Moment,
): Change {
  return {
    ...emptyChange({ traceId: moment.traceId, at: moment.now, actor: moment.actor }),
    conversation: { before: conversation, after: conversation },
    changedMessages: [message],
    events,
  };
}
