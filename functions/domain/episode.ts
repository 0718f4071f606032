import type { ClockStart } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import { compareInstants, type Instant } from './instant.ts';
import { type PolicyBook, policyFor } from './policy.ts';

/** A conversation after something happened to it, with the facts to announce. */
export interface Outcome {
  conversation: Conversation;
  events: DeskEvent[];
}

/** A message that somebody waits for an answer to. */
export type Question = Conversation['unanswered'][number];

/** Orders questions by when they were asked; ids decide between those of one instant. */
export function compareQuestions(a: Question, b: Question): number {
  return compareInstants(a.at, b.at) || compareInstants(a.messageId, b.messageId);
}

/** The question that a clock counts from. */
export function questionOf({ startedAt, why }: Clock): Question {
  return { messageId: why.messageId, at: startedAt };
}

/**
 * What the clock of a waiting episode starts with, if `question` is its oldest message. Where the question was asked decides
 * the policy, wherever the person spoke since; it waits for the first response unless we had answered before it.
 */
export function episodeOf(
  id: string,
  question: Question,
  conversation: Conversation,
  book: PolicyBook,
): ClockStart {
  const { firstAnswerAt, visibility } = conversation;
  const isFirst = firstAnswerAt === undefined || question.at <= firstAnswerAt;
  return {
    id,
    kind: isFirst ? 'firstResponse' : 'nextResponse',
    startedAt: question.at,
    messageId: question.messageId,
    policy: policyFor(book, { ...conversation, visibility: question.visibility ?? visibility }),
    book,
  };
}

/** The id of the conversation's next clock. */
export function nextClockId({ clockCount }: Conversation): string {
  return `c${clockCount + 1}`;
}

/** Tells that a clock runs, or that it runs from another instant. */
export function clockEvent(
  name: 'clock.started' | 'clock.moved',
  { id: clockId, kind, startedAt, dueAt }: Clock,
  { channel }: Conversation,
): DeskEvent {
  return { name, data: { clockId, kind, startedAt, dueAt, channel } };
}

/** Tells how a clock ended that an answer stopped. */
export function answeredEvent({ id: clockId, kind, dueAt, state }: Clock, answeredAt: Instant): DeskEvent {
  return state === 'met'
    ? { name: 'clock.met', data: { clockId, kind, answeredAt, dueAt } }
    : { name: 'clock.ended', data: { clockId, kind, reason: 'answered late' } };
}
