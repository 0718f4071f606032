import { answerClock, isWaiting, moveClock, startClock } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import { type Conversation, withClock, withNewClock } from './conversation.ts';
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
import { compareInstants, type Instant } from './instant.ts';
import { type PolicyBook, policyFor } from './policy.ts';

/**
 * What arrives out of order may be about waiting that is over. Nobody is alerted about the past, but how long the first
 * response took must not depend on the order of arrival. Of later episodes a conversation remembers when each began and was
 * answered, not everything between, so theirs are corrected as far as that goes.
 */

/** A message turns up that was said before our latest answer: until that answer, the person had waited since. */
export function learnQuestion(conversation: Conversation, question: Question, book: PolicyBook): Outcome {
  const { firstAnswerAt, lastAnswerAt, clocks } = conversation;
  const [answeredAt] = [firstAnswerAt, ...clocks.map((clock) => clock.answeredAt), lastAnswerAt]
    .filter((at) => at !== undefined)
    .filter((at) => at >= question.at)
    .sort(compareInstants);
  if (answeredAt === undefined) return { conversation, events: [] };
  const known = clocks.find((clock) => clock.answeredAt === answeredAt);
  if (known && compareQuestions(questionOf(known), question) <= 0) return { conversation, events: [] };
  const episode = episodeOf(known?.id ?? nextClockId(conversation), question, conversation, book);
  const begun = known ? moveClock(known, episode) : startClock(episode);
  const stopped = answerClock(begun, answeredAt);
  const name = known ? 'clock.moved' : 'clock.started';
  return {
    conversation: known ? withClock(conversation, stopped) : withNewClock(conversation, stopped),
    events: [clockEvent(name, begun, conversation), answeredEvent(stopped, answeredAt)],
  };
}

/** An answer turns up that we gave before a later one that we knew of, or before the person asked. */
export function learnAnswer(conversation: Conversation, at: Instant, book: PolicyBook): Outcome {
  const answeredLater = conversation.clocks.find(
    (clock) => clock.answeredAt !== undefined && clock.startedAt <= at && at < clock.answeredAt,
  );
  if (answeredLater) {
    const stopped = answerClock(answeredLater, at);
    const events = stopped.state === answeredLater.state ? [] : [answeredEvent(stopped, at)];
    return { conversation: withClock(conversation, stopped), events };
  }
  const takenForFirst = conversation.clocks.find(
    (clock) => clock.kind === 'firstResponse' && clock.startedAt > at && !hasEndedUnanswered(clock),
  );
  return takenForFirst ? asNextResponse(conversation, takenForFirst, book) : { conversation, events: [] };
}

function hasEndedUnanswered(clock: Clock): boolean {
  return !isWaiting(clock) && clock.answeredAt === undefined;
}

function asNextResponse(conversation: Conversation, clock: Clock, book: PolicyBook): Outcome {
  const { id, startedAt, answeredAt, why } = clock;
  const policy = book.policies.find((known) => known.id === why.policyId) ?? policyFor(book, conversation);
  const kind = 'nextResponse';
  const moved = moveClock(clock, { id, kind, startedAt, messageId: why.messageId, policy, book });
  const stopped = answeredAt === undefined ? moved : answerClock(moved, answeredAt);
  const told = answeredAt === undefined ? [] : [answeredEvent(stopped, answeredAt)];
  return {
    conversation: withClock(conversation, stopped),
    events: [clockEvent('clock.moved', moved, conversation), ...told],
  };
}
