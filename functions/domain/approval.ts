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

/**
 * Nobody decided about an answer for a while: the leads are to be told again. Once for all times that have passed, as after an
 * outage. Undefined when it is decided or taken back, or when that is not due.
 */
export function remindOfApproval({ conversation, message }: Departure, moment: Moment): Change | undefined {
  const { approval } = message.outbound;
  if (message.state !== 'awaiting-approval' || !approval) return undefined;
  const { remindAt = [], reminders = 0, ...asked } = approval;
  const toCome = remindAt.filter((instant) => instant >= moment.now);
  if (toCome.length === remindAt.length) return undefined;
  const reminder = reminders + 1;
  const told = { ...asked, reminders: reminder, ...(toCome.length > 0 && { remindAt: toCome }) };
  const after = { ...message, outbound: { ...message.outbound, approval: told } };
  const data = { ...proposalOf({ conversation, message }), reminder };
  return outboundChange(conversation, [after], [{ name: 'message.reminded', data }], moment);
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
  const { remindAt: _, ...asked } = approval;
  const decision: Decided = { ...asked, verdict, by, at, ...(note !== undefined && { note }) };
  return { ...message, state, outbound: { ...outbound, approval: decision } };
}

function eventOf(name: 'message.approved' | 'message.rejected'): (departure: Departure) => DeskEvent {
  return (departure) => ({ name, data: proposalOf(departure) });
}

/** What an event tells of an answer that waits, or waited, for consent. */
function proposalOf({
  message: { id: messageId, visibility, author, outbound },
  conversation: { teamId },
}: Departure) {
  return {
    messageId,
    visibility,
    teamId,
    rule: outbound.approval?.rule ?? '',
    ...(author.agentId !== undefined && { agentId: author.agentId }),
  };
}
