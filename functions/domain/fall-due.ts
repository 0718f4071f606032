import { type Change, emptyChange } from './change.ts';
import { fireClock } from './clock.ts';
import type { Clock, ClockStep } from './clock-schema.ts';
import { type Conversation, runningClocks, withClock } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import { remindExperts } from './expert-questions.ts';
import type { Instant } from './instant.ts';
import { subject, withPromiseClock } from './promises.ts';
import { wake } from './snooze.ts';

/**
 * Time passed for a conversation: it comes back if it was put aside until now, and whatever of its clocks is due fires, and experts who
 * did not answer are reminded. Undefined
 * when nothing is: answered meanwhile, resolved, told already, or too early.
 */
export function fallDue(conversation: Conversation, now: Instant): Change | undefined {
  if (conversation.status === 'resolved') return undefined;
  const { snoozedUntil } = conversation;
  const isRested = snoozedUntil !== undefined && now > snoozedUntil;
  const awake: Outcome = isRested ? wake(conversation, 'time') : { conversation, events: [] };
  const reminded = remindExperts(awake.conversation, now);
  const begun = { conversation: reminded.conversation, events: [...awake.events, ...reminded.events] };
  const told = runningClocks(begun.conversation).reduce((before, clock) => fire(before, clock, now), begun);
  if (told.conversation === conversation) return undefined;
  return {
    ...emptyChange({ traceId: conversation.traceId, at: now, actor: 'clock' }),
    conversation: { before: conversation, after: told.conversation },
    events: told.events,
  };
}

/** Fires what is due of one clock. */
function fire({ conversation, events }: Outcome, running: Clock, now: Instant): Outcome {
  const { clock, fired } = fireClock(running, now);
  if (clock === running) return { conversation, events };
  const { id: clockId, kind, startedAt, dueAt } = clock;
  const told = fired.map(
    (step): DeskEvent => ({
      name: eventName(step),
      data: { clockId, kind, step: step.name, to: step.to, startedAt, dueAt, channel: conversation.channel },
    }),
  );
  const after = kind === 'promise' ? withPromiseClock(conversation, clock) : withClock(conversation, clock);
  return { conversation: after, events: [...events, ...told, ...broken(conversation, running, clock)] };
}

/** That a promise is broken is a fact of its own: it is counted, whoever is told. */
function broken(conversation: Conversation, before: Clock, { id, state }: Clock): DeskEvent[] {
  const promise = conversation.promises?.find((made) => made.id === id);
  const isNews = before.state !== 'breached' && state === 'breached';
  return promise && isNews ? [{ name: 'promise.broken', data: subject(promise, conversation) }] : [];
}

function eventName({ name }: ClockStep): 'clock.warned' | 'clock.breached' | 'clock.escalated' {
  if (name === 'warning') return 'clock.warned';
  return name === 'breach' ? 'clock.breached' : 'clock.escalated';
}
