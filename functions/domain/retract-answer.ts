import { answerClock, isWaiting, moveClock } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import { type Conversation, waitingClock, withClock } from './conversation.ts';
import {
  answeredEvent,
  clockEvent,
  compareQuestions,
  episodeOf,
  type Outcome,
  type Question,
} from './episode.ts';
import type { DeskEvent } from './events.ts';
import { compareInstants, type Instant } from './instant.ts';
import type { Outbound } from './message.ts';
import type { PolicyBook } from './policy.ts';

/** What an answer stopped: enough to make it unsaid. */
export type Stopped = NonNullable<Outbound['stopped']>;

/** Remembers what an answer is about to stop. */
export function stoppedBy(conversation: Conversation, at: Instant): Stopped {
  const { firstAnswerAt, lastAnswerAt, unanswered } = conversation;
  const questions = unanswered.filter((question) => question.at <= at);
  return {
    at,
    questions,
    ...(firstAnswerAt !== undefined && { firstAnswerAt }),
    ...(lastAnswerAt !== undefined && { lastAnswerAt }),
  };
}

/** What taking an answer back needs to know beside it. */
export interface Aftermath {
  /** What the person had said before the answer, but was heard of only after it, and so counted as answered. */
  late: readonly Question[];
  /** Ids of messages that their author took back since. */
  gone: readonly string[];
  policies: PolicyBook;
}

/**
 * An answer never left: it was taken back, or the platform refused it for good. Who waited for it waits again, on the same
 * clock and from the same instant, as if it had never been written; what fell due meanwhile falls due now. When somebody
 * answered again since, the person has their answer and nothing resumes; the same holds for what an answer had answered that
 * was given before but heard of after it.
 */
export function retractAnswer(conversation: Conversation, stopped: Stopped, aftermath: Aftermath): Outcome {
  if (conversation.status === 'resolved' || conversation.blocked) return { conversation, events: [] };
  if (conversation.lastAnswerAt !== stopped.at) return answeredSince(conversation, stopped);
  const { firstAnswerAt: _first, lastAnswerAt: _last, ...rest } = conversation;
  const answers = otherAnswers(conversation, stopped);
  const [firstAnswerAt] = answers;
  const lastAnswerAt = answers.at(-1);
  const questions = questionsAfter(lastAnswerAt, stopped, aftermath);
  const before: Conversation = {
    ...rest,
    unanswered: [...questions, ...conversation.unanswered].sort(compareQuestions),
    ...(firstAnswerAt !== undefined && { firstAnswerAt }),
    ...(lastAnswerAt !== undefined && { lastAnswerAt }),
  };
  const answered = conversation.clocks.findLast((clock) => clock.answeredAt === stopped.at);
  const waiting =
    answered && questions.length > 0 ? resume(before, answered) : { conversation: before, events: [] };
  return recount(waiting, aftermath.policies);
}

/** Who waited for the answer has another one by now; they waited until that. */
function answeredSince(conversation: Conversation, stopped: Stopped): Outcome {
  const answers = otherAnswers(conversation, stopped);
  const next = answers.find((at) => at > stopped.at);
  const [firstAnswerAt] = answers;
  const clock = conversation.clocks.find(({ answeredAt }) => answeredAt === stopped.at);
  const corrected = firstAnswerAt === undefined ? conversation : { ...conversation, firstAnswerAt };
  if (!clock || next === undefined) return { conversation: corrected, events: [] };
  const answered = answerClock(clock, next);
  const events = answered.state === clock.state ? [] : [answeredEvent(answered, next)];
  return { conversation: withClock(corrected, answered), events };
}

/** The questions that the answer had answered and nothing else did. */
function questionsAfter(
  lastAnswerAt: Instant | undefined,
  stopped: Stopped,
  { late, gone }: Aftermath,
): Question[] {
  const heard = late.filter(({ at }) => at <= stopped.at);
  return [...stopped.questions, ...heard].filter(
    ({ messageId, at }) => (lastAnswerAt === undefined || at > lastAnswerAt) && !gone.includes(messageId),
  );
}

/** The clock counts from the oldest question that still waits, and to the first response if there was none after all. */
function recount({ conversation, events }: Outcome, policies: PolicyBook): Outcome {
  const clock = waitingClock(conversation);
  const [oldest] = conversation.unanswered;
  if (!clock || !oldest) return { conversation, events };
  const episode = episodeOf(clock.id, oldest, conversation, policies);
  if (episode.kind === clock.kind && episode.messageId === clock.why.messageId)
    return { conversation, events };
  const moved = moveClock(clock, episode);
  return {
    conversation: withClock(conversation, moved),
    events: [...events, clockEvent('clock.moved', moved, conversation)],
  };
}

/** Our answers that are known beside the retracted one, from the earliest to the latest. */
function otherAnswers({ firstAnswerAt, lastAnswerAt, clocks }: Conversation, stopped: Stopped): Instant[] {
  const known = [firstAnswerAt, lastAnswerAt, ...clocks.map((clock) => clock.answeredAt)].filter(
    (at) => at !== stopped.at,
  );
  return [stopped.firstAnswerAt, stopped.lastAnswerAt, ...known]
    .filter((at) => at !== undefined)
    .sort(compareInstants);
}

/** The answered clock runs on. A clock that started since is part of the same waiting now, and goes. */
function resume(conversation: Conversation, answered: Clock): Outcome {
  const { answeredAt: _answered, endedAt: _ended, ...clock } = answered;
  const resumed: Clock = { ...clock, state: clock.state === 'breached' ? 'breached' : 'running' };
  const newer = waitingClock(conversation);
  const clocks = conversation.clocks
    .filter((known) => !isWaiting(known))
    .map((known) => (known.id === resumed.id ? resumed : known));
  const events: DeskEvent[] = newer
    ? [{ name: 'clock.ended', data: { clockId: newer.id, kind: newer.kind, reason: 'withdrawn' } }]
    : [];
  events.push(clockEvent('clock.started', resumed, conversation));
  return { conversation: { ...conversation, clocks }, events };
}
