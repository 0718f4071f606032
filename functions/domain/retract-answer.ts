import { isWaiting } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import { type Conversation, waitingClock } from './conversation.ts';
import { clockEvent, type Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import { compareInstants, type Instant } from './instant.ts';
import type { Outbound } from './message.ts';

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

/**
 * An answer never left: it was taken back, or the platform refused it for good. Who waited for it waits again, on the same
 * clock and from the same instant, as if it had never been written; what fell due meanwhile falls due now. When somebody
 * answered again since, the person has their answer and nothing resumes.
 */
export function retractAnswer(conversation: Conversation, stopped: Stopped): Outcome {
  if (conversation.lastAnswerAt !== stopped.at || conversation.status === 'resolved')
    return { conversation, events: [] };
  const { firstAnswerAt: _first, lastAnswerAt: _last, ...rest } = conversation;
  const unanswered = [...stopped.questions, ...conversation.unanswered].sort((a, b) =>
    compareInstants(a.at, b.at),
  );
  const before: Conversation = {
    ...rest,
    unanswered,
    ...(stopped.firstAnswerAt !== undefined && { firstAnswerAt: stopped.firstAnswerAt }),
    ...(stopped.lastAnswerAt !== undefined && { lastAnswerAt: stopped.lastAnswerAt }),
  };
  const answered = conversation.clocks.findLast((clock) => clock.answeredAt === stopped.at);
  if (!answered || stopped.questions.length === 0) return { conversation: before, events: [] };
  return resume(before, answered);
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
