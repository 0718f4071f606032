import { answerClock, endClock, isWaiting, stepsBefore } from './clock.ts';
import type { Clock } from './clock-schema.ts';
import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { type PolicyBook, policyFor } from './policy.ts';
import type { NewPromise, PromiseMade } from './promise-schema.ts';

/** How many promises a conversation keeps on its item; earlier ones that are settled are in the activity. */
const PROMISES_KEPT = 12;

/** Who promises, in which message if in one, and when. */
export interface Making {
  at: Instant;
  agentId?: string | undefined;
  messageId?: string | undefined;
  policies: PolicyBook;
}

/** Takes promises down: each gets a clock that warns and breaches as an answer's does. What is due already is no promise any more. */
export function makePromises(conversation: Conversation, made: NewPromise[], making: Making): Outcome {
  return made
    .filter(({ dueAt }) => dueAt > making.at)
    .reduce<Outcome>(
      ({ conversation: before, events }, promise) => {
        const next = makePromise(before, promise, making);
        return { conversation: next.conversation, events: [...events, ...next.events] };
      },
      { conversation, events: [] },
    );
}

function makePromise(conversation: Conversation, { text, dueAt }: NewPromise, making: Making): Outcome {
  const { at, agentId, messageId, policies } = making;
  const count = (conversation.promiseCount ?? 0) + 1;
  const id = `p${count}`;
  const promise: PromiseMade = {
    id,
    text,
    ...(agentId !== undefined && { agentId }),
    ...(messageId !== undefined && { madeIn: messageId }),
    clock: promiseClock({ id, text, dueAt, at, messageId }, conversation, policies),
  };
  const promises = [...(conversation.promises ?? []), promise];
  const kept = promises.filter(
    ({ clock }, index) => isWaiting(clock) || index >= promises.length - PROMISES_KEPT,
  );
  return {
    conversation: { ...conversation, promises: kept, promiseCount: count },
    events: [
      {
        name: 'promise.made',
        data: {
          ...subject(promise, conversation),
          ...(agentId !== undefined && { agentId }),
          ...(messageId !== undefined && { messageId }),
        },
      },
    ],
  };
}

/** The warning comes where the policy warns of an answer, and a breach climbs as an answer's does. */
function promiseClock(
  {
    id,
    text,
    dueAt,
    at,
    messageId,
  }: NewPromise & { id: string; at: Instant; messageId?: string | undefined },
  conversation: Conversation,
  book: PolicyBook,
): Clock {
  const policy = policyFor(book, conversation);
  const seconds = Math.round((Date.parse(dueAt) - Date.parse(at)) / 1000);
  return {
    id,
    kind: 'promise',
    state: 'running',
    startedAt: at,
    dueAt,
    steps: stepsBefore(dueAt, { startedAt: at, policy, book }),
    why: {
      policyId: policy.id,
      target: `PT${seconds}S`,
      countedFrom: at,
      messageId: messageId ?? conversation.lastMessageId,
      calendar: '24x7',
      closedSeconds: 0,
      sentence: `We promised it: “${text}”`,
    },
  };
}

/** A person of ours answered with more than another promise: what was promised is kept, in time or late. */
export function keepPromises(
  conversation: Conversation,
  { at, messageId }: { at: Instant; messageId?: string },
  ids?: readonly string[],
): Outcome {
  return change(conversation, (promise) => {
    const { clock } = promise;
    if (!isWaiting(clock) || clock.startedAt > at) return undefined;
    if (ids !== undefined && !ids.includes(promise.id)) return undefined;
    const answered = answerClock(clock, at);
    const data = { ...subject(promise, conversation), keptAt: at, late: answered.state !== 'met' };
    return {
      promise: { ...promise, clock: answered, ...(messageId !== undefined && { keptIn: messageId }) },
      event: { name: 'promise.kept', data },
    };
  });
}

/** Somebody took a promise back, or all of it ended. */
export function withdrawPromises(
  conversation: Conversation,
  at: Instant,
  reason: 'by hand' | 'never sent' | 'resolved' | 'blocked',
  ids?: readonly string[],
): Outcome {
  return change(conversation, (promise) => {
    if (!isWaiting(promise.clock) || (ids !== undefined && !ids.includes(promise.id))) return undefined;
    const data = { ...subject(promise, conversation), reason };
    return {
      promise: { ...promise, clock: endClock(promise.clock, at) },
      event: { name: 'promise.withdrawn', data },
    };
  });
}

/** Somebody gave a promise another time. What its clock told already is told anew for that time. */
export function movePromise(
  conversation: Conversation,
  id: string,
  { dueAt, now, policies }: { dueAt: Instant; now: Instant; policies: PolicyBook },
): Outcome {
  return change(conversation, (promise) => {
    if (promise.id !== id || !isWaiting(promise.clock)) return undefined;
    const { text, madeIn } = promise;
    const start = { id, text, dueAt, at: promise.clock.startedAt, messageId: madeIn };
    const clock = promiseClock(start, conversation, policies);
    // The steps of a moved promise that have passed already are no news.
    const steps = clock.steps.map((step) => (step.at < now ? { ...step, firedAt: now } : step));
    const moved = { ...promise, clock: { ...clock, steps } };
    return { promise: moved, event: { name: 'promise.moved', data: subject(moved, conversation) } };
  });
}

/** A message of ours never left: what it promised was never said, and what it kept is still to keep. */
export function unsayPromises(conversation: Conversation, messageId: string, at: Instant): Outcome {
  if (conversation.status === 'resolved') return { conversation, events: [] };
  const said = (conversation.promises ?? []).filter(({ madeIn }) => madeIn === messageId).map(({ id }) => id);
  const unsaid = withdrawPromises(conversation, at, 'never sent', said);
  const back = change(unsaid.conversation, (promise) => {
    if (promise.keptIn !== messageId) return undefined;
    const { keptIn: _, clock, ...rest } = promise;
    const { answeredAt: _answered, endedAt: _ended, ...running } = clock;
    const state = clock.state === 'breached' ? 'breached' : 'running';
    const resumed: PromiseMade = { ...rest, clock: { ...running, state } };
    return { promise: resumed, event: { name: 'promise.moved', data: subject(resumed, conversation) } };
  });
  return { conversation: back.conversation, events: [...unsaid.events, ...back.events] };
}

/** A copy in which the clock of a promise is replaced by its successor. */
export function withPromiseClock(conversation: Conversation, clock: Clock): Conversation {
  const promises = conversation.promises?.map((promise) =>
    promise.id === clock.id ? { ...promise, clock } : promise,
  );
  return { ...conversation, ...(promises && { promises }) };
}

/** What an event tells of a promise. */
export function subject({ id, clock }: PromiseMade, { channel, teamId }: Conversation) {
  return { promiseId: id, dueAt: clock.dueAt, channel, teamId };
}

function change(
  conversation: Conversation,
  decide: (promise: PromiseMade) => { promise: PromiseMade; event: DeskEvent } | undefined,
): Outcome {
  const decided = (conversation.promises ?? []).map((promise) => decide(promise) ?? { promise });
  const events = decided.flatMap((one) => ('event' in one ? [one.event] : []));
  if (events.length === 0) return { conversation, events: [] };
  return { conversation: { ...conversation, promises: decided.map(({ promise }) => promise) }, events };
}
