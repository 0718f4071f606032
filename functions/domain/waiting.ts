import { answerClock, endClock, moveClock, startClock } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import { CLOCKS_KEPT, type Conversation, waitingClock, withClock } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import { type Instant, later } from './instant.ts';
import { type PolicyBook, policyFor } from './policy.ts';

/** A conversation after something happened to it, with the facts to announce. */
export interface Outcome {
  conversation: Conversation;
  events: DeskEvent[];
}

/** How many unanswered messages are remembered one by one; the oldest alone decides the deadline. */
const UNANSWERED_KEPT = 50;

/**
 * Somebody said something that wants an answer. The clock counts from the oldest such message, so one that arrives late moves
 * the clock back, and one that was said before our latest answer was answered already.
 */
export function waitFor(
  conversation: Conversation,
  message: { messageId: string; at: Instant },
  book: PolicyBook,
): Outcome {
  const answeredAt = conversation.lastAnswerAt;
  const answeredBefore = answeredAt !== undefined && message.at <= answeredAt;
  if (answeredBefore && conversation.clockCount > 0) return { conversation, events: [] };
  const unanswered = [...conversation.unanswered, message]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, UNANSWERED_KEPT);
  const waiting = settle({ ...conversation, unanswered }, book);
  if (!answeredBefore) return waiting;
  const answered = answer(waiting.conversation, answeredAt, book);
  return { conversation: answered.conversation, events: [...waiting.events, ...answered.events] };
}

/** Somebody of ours answered at an instant: all that was said until then is answered, what was said later still waits. */
export function answer(conversation: Conversation, at: Instant, book: PolicyBook): Outcome {
  const clock = waitingClock(conversation);
  const answered: Conversation = {
    ...conversation,
    lastAnswerAt: conversation.lastAnswerAt ? later(conversation.lastAnswerAt, at) : at,
    unanswered: conversation.unanswered.filter((message) => message.at > at),
  };
  if (!clock || clock.startedAt > at) return { conversation: answered, events: [] };
  const stopped = answerClock(clock, at);
  const next = settle(withClock(answered, stopped), book);
  return { conversation: next.conversation, events: [answeredEvent(stopped, at), ...next.events] };
}

function answeredEvent(clock: Clock, answeredAt: Instant): DeskEvent {
  const { id: clockId, kind, dueAt } = clock;
  return clock.state === 'met'
    ? { name: 'clock.met', data: { clockId, kind, answeredAt, dueAt } }
    : { name: 'clock.ended', data: { clockId, kind, reason: 'answered late' } };
}

/** A message was taken back by its author: nobody waits for an answer to it any more. */
export function withdraw(
  conversation: Conversation,
  messageId: string,
  now: Instant,
  book: PolicyBook,
): Outcome {
  const unanswered = conversation.unanswered.filter((message) => message.messageId !== messageId);
  if (unanswered.length === conversation.unanswered.length) return { conversation, events: [] };
  const rest = { ...conversation, unanswered };
  return unanswered.length > 0 ? settle(rest, book) : stopWaiting(rest, now, 'withdrawn');
}

/** Ends the waiting clock, if there is one, without an answer. */
export function stopWaiting(
  conversation: Conversation,
  now: Instant,
  reason: 'resolved' | 'withdrawn',
): Outcome {
  const rest = { ...conversation, unanswered: [] };
  const clock = waitingClock(conversation);
  if (!clock) return { conversation: rest, events: [] };
  const data = { clockId: clock.id, kind: clock.kind, reason };
  return { conversation: withClock(rest, endClock(clock, now)), events: [{ name: 'clock.ended', data }] };
}

/** Brings the clock in line with the oldest unanswered message: starts one, moves it, or leaves it. */
function settle(conversation: Conversation, book: PolicyBook): Outcome {
  const [oldest] = conversation.unanswered;
  if (!oldest) return { conversation, events: [] };
  const clock = waitingClock(conversation);
  if (clock?.startedAt === oldest.at) return { conversation, events: [] };
  const start = {
    id: clock?.id ?? `c${conversation.clockCount + 1}`,
    kind: clock?.kind ?? (conversation.lastAnswerAt ? ('nextResponse' as const) : ('firstResponse' as const)),
    startedAt: oldest.at,
    messageId: oldest.messageId,
    policy: policyFor(book, conversation),
    book,
  };
  if (clock) {
    const moved = moveClock(clock, start);
    return {
      conversation: withClock(conversation, moved),
      events: [clockEvent('clock.moved', moved, conversation)],
    };
  }
  const started = startClock(start);
  const clocks = [...conversation.clocks, started].slice(-CLOCKS_KEPT);
  const running = { ...conversation, clocks, clockCount: conversation.clockCount + 1 };
  return { conversation: running, events: [clockEvent('clock.started', started, conversation)] };
}

function clockEvent(
  name: 'clock.started' | 'clock.moved',
  clock: Clock,
  { channel }: Conversation,
): DeskEvent {
  const { id: clockId, kind, startedAt, dueAt } = clock;
  return { name, data: { clockId, kind, startedAt, dueAt, channel } };
}
