import type { Change } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import type { Message } from './message.ts';
import {
  type Departure,
  freed,
  type Moment,
  outboundChange,
  told,
  withoutDeparture,
} from './outbound-change.ts';
import type { Aftermath } from './retract-answer.ts';

/*
 * What people do to messages of ours that are on their way or came to grief.
 */

function isHard({ state }: Message): boolean {
  return state === 'failed' || state === 'unconfirmed' || state === 'held';
}

/**
 * A message goes on that was held, failed or unconfirmed: the account can send again, or an agent wants another attempt. What may
 * have arrived is looked for first, so that an impatient agent makes no second copy. Undefined when there is nothing to go on with.
 */
export function requeued({ conversation, message }: Departure, moment: Moment): Change | undefined {
  if (!isHard(message)) return undefined;
  const { handledBy: _, heldFor: __, ...outbound } = freed(message.outbound);
  const state = message.state === 'unconfirmed' ? 'unconfirmed' : 'queued';
  const waiting: Message = {
    ...message,
    state,
    outbound: { ...outbound, leavesAt: moment.now, attempts: 0, looks: 0 },
  };
  return outboundChange(conversation, [waiting], [told('message.requeued', waiting)], moment);
}

/** Somebody dealt with it by other means: it is not sent any more, nor shown as open. Undefined when it needs no dealing with. */
export function handled({ conversation, message }: Departure, moment: Moment): Change | undefined {
  if (!isHard(message) || message.outbound.handledBy !== undefined) return undefined;
  const done: Message = { ...message, outbound: { ...message.outbound, handledBy: moment.actor } };
  return outboundChange(conversation, [done], [told('message.handled', done)], moment);
}

/** Whether a message can still be taken back: it has not left, and no attempt may have brought it there. */
export function isHere({ state, outbound }: Departure['message'], now: string): boolean {
  return (
    state === 'awaiting-approval' || state === 'scheduled' || (state === 'queued' && outbound.leavesAt > now)
  );
}

/**
 * Its author took back what has not left yet: one message, or all parts of a long one, which belong to one conversation. Undefined
 * when it is too late for one of them; then none is taken back.
 */
export function cancelled(
  departures: readonly Departure[],
  moment: Moment,
  aftermath: Aftermath,
): Change | undefined {
  const [first] = departures;
  if (!first || departures.some(({ message }) => !isHere(message, moment.now))) return undefined;
  const messages: Message[] = [];
  const events: DeskEvent[] = [];
  let after: Conversation = first.conversation;
  // From the last to the first, as each covers the one before it.
  for (const { message } of departures.toSorted((a, b) => (a.message.id < b.message.id ? 1 : -1))) {
    const taken: Message = { ...message, state: 'cancelled', outbound: freed(message.outbound) };
    const outcome = withoutDeparture(after, message, aftermath);
    after = outcome.conversation;
    messages.unshift(taken);
    events.push(told('message.cancelled', taken), ...outcome.events);
  }
  return outboundChange(first.conversation, messages, events, moment, after);
}
