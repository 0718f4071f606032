import { isWaiting, moveClock } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import { type Conversation, waitingClock, withClock } from './conversation.ts';
import { clockEvent, compareQuestions, episodeOf, type Outcome, type Question } from './episode.ts';
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
  if (conversation.lastAnswerAt !== stopped.at || conversation.status === 'resolved')
    return { conversation, events: [] };
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
function otherAnswers({ firstAnswerAt, clocks }: Conversation, stopped: Stopped): Instant[] {
  return [
    stopped.firstAnswerAt,
    stopped.lastAnswerAt,
    firstAnswerAt,
    ...clocks.map((clock) => clock.answeredAt),
  ]
    .filter((at) => at !== undefined)
    .filter((at) => at !== stopped.at)
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
