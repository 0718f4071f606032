import { answerClock, endClock, moveClock, startClock } from './clock.ts';
import { type Conversation, waitingClock, withClock, withNewClock } from './conversation.ts';
import {
  answeredEvent,
  clockEvent,
  compareQuestions,
  episodeOf,
  nextClockId,
  type Outcome,
  type Question,
  questionOf,
} from './episode.ts';
import { earlier, type Instant, later } from './instant.ts';
import { learnAnswer, learnQuestion } from './late-arrival.ts';
import type { PolicyBook } from './policy.ts';
import { withdrawPromises } from './promises.ts';

/** How many unanswered messages are remembered one by one; the oldest alone decides the deadline. */
const UNANSWERED_KEPT = 50;

/** Whether somebody of ours has answered what was said at an instant. */
export function isAnswered({ lastAnswerAt }: Conversation, at: Instant): boolean {
  return lastAnswerAt !== undefined && at <= lastAnswerAt;
}

/**
 * Somebody said something that wants an answer. The clock counts from the oldest such message, so one that arrives late moves
 * the clock back, and one that was said before our latest answer was answered already. Nobody answers whom we blocked.
 */
export function waitFor(conversation: Conversation, question: Question, book: PolicyBook): Outcome {
  if (conversation.blocked) return { conversation, events: [] };
  if (isAnswered(conversation, question.at)) return learnQuestion(conversation, question, book);
  const [oldest, ...others] = [...conversation.unanswered, question].sort(compareQuestions);
  const unanswered = [...(oldest ? [oldest] : []), ...others.slice(1 - UNANSWERED_KEPT)];
  return settle({ ...conversation, unanswered }, book);
}

/** Somebody of ours answered at an instant: all that was said until then is answered, what was said later still waits. */
export function answer(conversation: Conversation, at: Instant, book: PolicyBook): Outcome {
  const answered: Conversation = {
    ...conversation,
    firstAnswerAt: earlier(conversation.firstAnswerAt ?? at, at),
    lastAnswerAt: later(conversation.lastAnswerAt ?? at, at),
    unanswered: conversation.unanswered.filter((question) => question.at > at),
  };
  const clock = waitingClock(conversation);
  if (!clock || clock.startedAt > at) return learnAnswer(answered, at, book);
  const stopped = answerClock(clock, at);
  const next = settle(withClock(answered, stopped), book);
  return { conversation: next.conversation, events: [answeredEvent(stopped, at), ...next.events] };
}

/**
 * A message was taken back by its author: nobody waits for an answer to it any more. When the clock counted from it, that
 * clock ends, and what was said later and still waits has a clock of its own.
 */
export function withdraw(
  conversation: Conversation,
  messageId: string,
  at: Instant,
  book: PolicyBook,
): Outcome {
  const unanswered = conversation.unanswered.filter((question) => question.messageId !== messageId);
  if (unanswered.length === conversation.unanswered.length) return { conversation, events: [] };
  const rest = { ...conversation, unanswered };
  if (waitingClock(rest)?.why.messageId !== messageId) return { conversation: rest, events: [] };
  const ended = endWaiting(rest, at, 'withdrawn');
  const next = settle(ended.conversation, book);
  return { conversation: next.conversation, events: [...ended.events, ...next.events] };
}

/** Why nobody is to be answered any more. */
type Ending = 'resolved' | 'blocked';

/** Ends the waiting of all, without an answer; what we promised besides is not waited for either. */
export function stopWaiting(conversation: Conversation, now: Instant, reason: Ending): Outcome {
  const ended = endWaiting({ ...conversation, unanswered: [] }, now, reason);
  const withdrawn = withdrawPromises(ended.conversation, now, reason);
  return { conversation: withdrawn.conversation, events: [...ended.events, ...withdrawn.events] };
}

function endWaiting(conversation: Conversation, at: Instant, reason: Ending | 'withdrawn'): Outcome {
  const clock = waitingClock(conversation);
  if (!clock) return { conversation, events: [] };
  const data = { clockId: clock.id, kind: clock.kind, reason };
  return {
    conversation: withClock(conversation, endClock(clock, at)),
    events: [{ name: 'clock.ended', data }],
  };
}

/** Brings the clock in line with the oldest unanswered message: starts one, moves it back, or leaves it. */
function settle(conversation: Conversation, book: PolicyBook): Outcome {
  const [oldest] = conversation.unanswered;
  if (!oldest) return { conversation, events: [] };
  const clock = waitingClock(conversation);
  if (clock && compareQuestions(questionOf(clock), oldest) === 0) return { conversation, events: [] };
  const episode = episodeOf(clock?.id ?? nextClockId(conversation), oldest, conversation, book);
  if (clock) {
    const moved = moveClock(clock, episode);
    return {
      conversation: withClock(conversation, moved),
      events: [clockEvent('clock.moved', moved, conversation)],
    };
  }
  const started = startClock(episode);
  return {
    conversation: withNewClock(conversation, started),
    events: [clockEvent('clock.started', started, conversation)],
  };
}

/**
 * What a policy is chosen by has changed: the clock that runs counts anew, from the same question. What it told already stays told.
 */
export function reconsider(conversation: Conversation, book: PolicyBook): Outcome {
  const clock = waitingClock(conversation);
  const [oldest] = conversation.unanswered;
  if (!clock || !oldest) return { conversation, events: [] };
  const moved = moveClock(clock, episodeOf(clock.id, oldest, conversation, book));
  if (moved.why.policyId === clock.why.policyId && moved.dueAt === clock.dueAt) {
    return { conversation, events: [] };
  }
  const events = moved.dueAt === clock.dueAt ? [] : [clockEvent('clock.moved', moved, conversation)];
  return { conversation: withClock(conversation, moved), events };
}
