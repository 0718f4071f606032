import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import { durationSeconds } from './duration.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import { type Instant, later } from './instant.ts';
import type { Attachment, Message, Outbound, Visibility } from './message.ts';
import { withoutMention } from './note.ts';
import { type Departure, secondsAfter } from './outbound-change.ts';
import type { NewPromise } from './promise-schema.ts';
import { keepPromises, makePromises } from './promises.ts';
import { addMessage } from './record-message.ts';
import { stoppedBy } from './retract-answer.ts';
import { answer } from './waiting.ts';

/** An answer that an agent writes in Hark. */
export interface Reply {
  /** Names the reply; the same key writes the same message once. */
  key: string;
  /** What it says; several texts are parts that leave one after the other. */
  texts: [string, ...string[]];
  attachments?: Attachment[] | undefined;
  visibility: Visibility;
  agent: { id: string; name: string };
  /** When it leaves; a moment after it was written, so that it can be taken back, or later when it is scheduled. */
  leavesAt?: Instant | undefined;
  /** Whether it was written for a later time: then nobody has been answered until it leaves. */
  scheduled?: boolean | undefined;
  /** Native id of the public message that it answers. */
  inReplyTo?: string | undefined;
  /** Native id of what that message answers itself. */
  under?: string | undefined;
  /** A first private message to the author of `inReplyTo`, which was said at `questionAt`. */
  invitation?: boolean | undefined;
  questionAt?: Instant | undefined;
  /** What it promises. */
  promises?: NewPromise[] | undefined;
  /** It only promises, so that what was promised before is still to keep. */
  onlyPromises?: boolean | undefined;
  /** The finding of the coach for which a lead has to consent before it leaves. */
  needsApproval?: string | undefined;
  /** How long after that they are told again unless they decided (ISO 8601 durations). */
  approvalReminders?: readonly string[] | undefined;
}

/** A change that writes what an agent wrote: one message, or the parts of a long one. */
export type ReplyChange = Change & { newMessages: [Message, ...Message[]] };

/**
 * Stores an agent's answer and stops the clock: the customer's waiting ended when somebody answered. Should the message never
 * leave, what it stopped resumes. All that was known when the agent wrote counts as answered, even when the platform's clock
 * runs ahead of ours.
 */
export function replyTo(conversation: Conversation, reply: Reply, cause: Cause): ReplyChange {
  const [first, ...parts] = messagesOf(conversation, reply, cause);
  if (reply.needsApproval !== undefined) return proposeReply(conversation, reply, [first, ...parts], cause);
  if (reply.scheduled) return scheduleReply(conversation, [first, ...parts], cause);
  const answeredAt = answeredAtOf(conversation, cause.now);
  const spoken = speak(conversation, withStopped(first, conversation, answeredAt));
  const messages: ReplyChange['newMessages'] = [spoken.message];
  let after = spoken.conversation;
  for (const part of parts) {
    const next = speak(after, part);
    messages.push(next.message);
    after = next.conversation;
  }
  const outcome = answered(after, first, answeredAt, cause);
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: reply.agent.id }),
    conversation: {
      before: conversation,
      after: withoutMention(outcome.conversation, reply.agent.id),
    },
    newMessages: messages,
    events: [...messages.map((message) => answeredEvent(message, conversation)), ...outcome.events],
  };
}

/** The time of a scheduled answer has come: from here on it is an answer like any other. */
export function releaseScheduled({ conversation, message }: Departure, cause: Cause): Change | undefined {
  if (message.state !== 'scheduled' || message.outbound.leavesAt > cause.now) return undefined;
  const answeredAt = answeredAtOf(conversation, cause.now);
  const queued = withStopped({ ...message, state: 'queued' }, conversation, answeredAt);
  const spoken = speak(conversation, queued);
  const outcome = answered(spoken.conversation, queued, answeredAt, cause);
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: message.author.agentId ?? 'clock' }),
    conversation: { before: conversation, after: outcome.conversation },
    changedMessages: [spoken.message],
    events: [answeredEvent(queued, conversation), ...outcome.events],
  };
}

/** Who waited is answered, what was promised before is kept, and what the answer promises is taken down. */
export function answered(conversation: Conversation, said: WayOut, at: Instant, cause: Cause): Outcome {
  const { id: messageId, author, outbound } = said;
  const stopped = answer(conversation, at, cause.policies);
  const kept = outbound.onlyPromises
    ? { conversation: stopped.conversation, events: [] }
    : keepPromises(stopped.conversation, { at, messageId });
  const making = { at, agentId: author.agentId, messageId, policies: cause.policies };
  const made = makePromises(kept.conversation, outbound.promises ?? [], making);
  return {
    conversation: made.conversation,
    events: [...stopped.events, ...kept.events, ...made.events],
  };
}

function scheduleReply(
  conversation: Conversation,
  [first, ...parts]: [WayOut, ...WayOut[]],
  cause: Cause,
): ReplyChange {
  const scheduled = (message: WayOut): Message => ({ ...message, state: 'scheduled' });
  const messages: ReplyChange['newMessages'] = [scheduled(first), ...parts.map(scheduled)];
  const { leavesAt } = first.outbound;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: first.author.agentId ?? 'clock' }),
    conversation: { before: conversation, after: conversation },
    newMessages: messages,
    events: messages.map(({ id: messageId, visibility }) => ({
      name: 'message.scheduled',
      data: { messageId, visibility, leavesAt },
    })),
  };
}

/** It waits for a lead's consent: nobody has been answered, and every clock runs. */
function proposeReply(
  conversation: Conversation,
  { needsApproval: rule = '', approvalReminders = [], scheduled, agent }: Reply,
  [first, ...parts]: [WayOut, ...WayOut[]],
  cause: Cause,
): ReplyChange {
  const approval = { rule, askedAt: cause.now, ...(scheduled && { forLater: true }) };
  const waiting = (message: WayOut, asked: Outbound['approval'] = approval): Message => ({
    ...message,
    state: 'awaiting-approval',
    outbound: { ...message.outbound, approval: asked },
  });
  // The parts of a long text are decided together, so one of them reminds of all.
  const remindAt = approvalReminders.map((after) => secondsAfter(cause.now, durationSeconds(after))).sort();
  const { visibility } = first;
  const { teamId } = conversation;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agent.id }),
    conversation: { before: conversation, after: conversation },
    newMessages: [
      waiting(first, { ...approval, ...(remindAt.length > 0 && { remindAt }) }),
      ...parts.map((part) => waiting(part)),
    ],
    events: [
      {
        name: 'message.proposed',
        data: { messageId: first.id, visibility, teamId, rule, agentId: agent.id },
      },
    ],
  };
}

/** A message of ours with its way out. */
export type WayOut = Message & { outbound: Outbound };

function messagesOf(conversation: Conversation, reply: Reply, cause: Cause): [WayOut, ...WayOut[]] {
  const [text, ...others] = reply.texts;
  const first = messageOf(conversation, reply, { text, part: 0 }, cause);
  if (others.length === 0) return [first];
  const inSeries = (message: WayOut): WayOut => ({
    ...message,
    outbound: { ...message.outbound, series: first.id },
  });
  const parts = others.map((part, index) =>
    messageOf(conversation, reply, { text: part, part: index + 1 }, cause),
  );
  return [inSeries(first), ...parts.map(inSeries)];
}

/** The conversation with what we say in it, which remembers what it covers in the inbox. */
export function speak(
  conversation: Conversation,
  said: WayOut,
): { conversation: Conversation; message: WayOut } {
  const { preview, lastMessageId, lastMessageAt } = conversation;
  const covered = { preview, lastMessageId, lastMessageAt };
  return {
    conversation: addMessage(conversation, said),
    message: { ...said, outbound: { ...said.outbound, covered } },
  };
}

/**
 * A scheduled message stands where it will be said. Parts are a millisecond apart, so that they sort, and leave, in their order.
 */
function messageOf(
  conversation: Conversation,
  reply: Reply,
  { text, part }: { text: string; part: number },
  cause: Cause,
): WayOut {
  const { id: conversationId } = conversation;
  const leavesAt = reply.leavesAt ?? cause.now;
  const saidAt = reply.scheduled ? leavesAt : cause.now;
  const at = new Date(Date.parse(saidAt) + part).toISOString();
  const outbound: Outbound = {
    leavesAt,
    attempts: 0,
    ...(reply.under !== undefined && { under: reply.under }),
    ...(reply.invitation && { invitation: true }),
    ...(reply.questionAt !== undefined && { questionAt: reply.questionAt }),
    ...(part === 0 && reply.promises?.length && { promises: reply.promises }),
    ...(part === 0 && reply.onlyPromises && { onlyPromises: true }),
  };
  return {
    id: `${conversationId}.${cause.orderedId(at, `reply:${conversationId}:${reply.key}:${part}`)}`,
    conversationId,
    direction: 'outbound',
    visibility: reply.visibility,
    author: { agentId: reply.agent.id, name: reply.agent.name },
    text,
    attachments: part === 0 ? (reply.attachments ?? []) : [],
    at,
    receivedAt: cause.now,
    state: 'queued',
    ...(reply.inReplyTo !== undefined && { inReplyTo: reply.inReplyTo }),
    outbound,
  };
}

export function withStopped(message: WayOut, conversation: Conversation, answeredAt: Instant): WayOut {
  return { ...message, outbound: { ...message.outbound, stopped: stoppedBy(conversation, answeredAt) } };
}

/** The instant at which an answer counts as given: all that was known when it was written is answered. */
export function answeredAtOf(conversation: Conversation, now: Instant): Instant {
  const question = conversation.unanswered.at(-1);
  return question ? later(now, question.at) : now;
}

/** Tells that somebody of ours answered. */
export function answeredEvent(message: Message, { channel }: Conversation): DeskEvent {
  const { id: messageId, visibility, author } = message;
  return {
    name: 'message.answered',
    data: {
      messageId,
      visibility,
      channel,
      ...(author.agentId !== undefined && { agentId: author.agentId }),
    },
  };
}
