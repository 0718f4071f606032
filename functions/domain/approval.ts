import { type Change, emptyChange } from './change.ts';
import type { Cause } from './decision.ts';
import type { DeskEvent } from './events.ts';
import type { Message, Outbound } from './message.ts';
import { type Departure, type Moment, outboundChange } from './outbound-change.ts';
import { answered, answeredAtOf, answeredEvent, speak, withStopped } from './reply.ts';

/** What a lead decided about an answer, and what they say to it. */
export interface Verdict {
  by: { id: string; name: string };
  note?: string | undefined;
}

type Decided = NonNullable<Outbound['approval']>;

/**
 * A lead consents to an answer, all parts of it: from here on it is an answer like any other, and until here nobody had been answered,
 * so the clock ran. One that was written for a later time waits for that. Undefined when it is decided already.
 */
export function approve(parts: readonly Departure[], verdict: Verdict, cause: Cause): Change | undefined {
  const [first] = parts;
  if (!first || parts.some(({ message }) => message.state !== 'awaiting-approval')) return undefined;
  const { conversation } = first;
  const moment = { now: cause.now, traceId: cause.traceId, actor: verdict.by.id };
  const isForLater = first.message.outbound.approval?.forLater && first.message.outbound.leavesAt > cause.now;
  if (isForLater) {
    const scheduled = parts.map(({ message }) =>
      decided(message, 'scheduled', 'approved', verdict, cause.now),
    );
    return outboundChange(conversation, scheduled, parts.map(eventOf('message.approved')), moment);
  }
  const answeredAt = answeredAtOf(conversation, cause.now);
  let after = conversation;
  const messages = parts.map(({ message }, index) => {
    const approved = decided(message, 'queued', 'approved', verdict, cause.now);
    const leaving = { ...approved, outbound: { ...approved.outbound, leavesAt: cause.now } };
    const spoken = speak(after, index === 0 ? withStopped(leaving, conversation, answeredAt) : leaving);
    after = spoken.conversation;
    return spoken.message;
  });
  const outcome = answered(after, messages[0] ?? first.message, answeredAt, cause);
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: verdict.by.id }),
    conversation: { before: conversation, after: outcome.conversation },
    changedMessages: messages,
    events: [
      ...parts.map(eventOf('message.approved')),
      ...messages.map((message) => answeredEvent(message, conversation)),
      ...outcome.events,
    ],
  };
}

/** A lead sends an answer back to its author: it never leaves as it is. Undefined when it is decided already. */
export function reject(parts: readonly Departure[], verdict: Verdict, moment: Moment): Change | undefined {
  const [first] = parts;
  if (!first || parts.some(({ message }) => message.state !== 'awaiting-approval')) return undefined;
  const rejected = parts.map(({ message }) => decided(message, 'cancelled', 'rejected', verdict, moment.now));
  return outboundChange(first.conversation, rejected, parts.map(eventOf('message.rejected')), moment);
}

function decided(
  message: Departure['message'],
  state: Message['state'],
  verdict: Decided['verdict'],
  { by, note }: Verdict,
  at: string,
): Departure['message'] {
  const { approval, ...outbound } = message.outbound;
  if (!approval) return { ...message, state };
  const decision: Decided = { ...approval, verdict, by, at, ...(note !== undefined && { note }) };
  return { ...message, state, outbound: { ...outbound, approval: decision } };
}

function eventOf(name: 'message.approved' | 'message.rejected'): (departure: Departure) => DeskEvent {
  return ({ message: { id: messageId, visibility, author, outbound }, conversation: { teamId } }) => ({
    name,
    data: {
      messageId,
      visibility,
      teamId,
      rule: outbound.approval?.rule ?? '',
      ...(author.agentId !== undefined && { agentId: author.agentId }),
    },
  });
}
