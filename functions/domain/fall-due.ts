import { type Change, emptyChange } from './change.ts';
import { fireClock } from './clock.ts';
import type { ClockStep } from './clock-schema.ts';
import { type Conversation, waitingClock, withClock } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { wake } from './snooze.ts';

/**
 * Time passed for a conversation: it comes back if it was put aside until now, and whatever of its clock is due fires. Undefined when nothing is: answered meanwhile,
 * resolved, told already, or too early.
 */
export function fallDue(conversation: Conversation, now: Instant): Change | undefined {
  if (conversation.status === 'resolved') return undefined;
  const { snoozedUntil } = conversation;
  const isRested = snoozedUntil !== undefined && now > snoozedUntil;
  const awake = isRested ? wake(conversation, 'time') : { conversation, events: [] };
  const told = tellOf(awake.conversation, now);
  if (told.conversation === conversation) return undefined;
  return {
    ...emptyChange({ traceId: conversation.traceId, at: now, actor: 'clock' }),
    conversation: { before: conversation, after: told.conversation },
    events: [...awake.events, ...told.events],
  };
}

/** Fires what is due of the clock that somebody waits on. */
function tellOf(conversation: Conversation, now: Instant): Outcome {
  const waiting = waitingClock(conversation);
  if (!waiting) return { conversation, events: [] };
  const { clock, fired } = fireClock(waiting, now);
  if (clock === waiting) return { conversation, events: [] };
  const { id: clockId, kind, startedAt, dueAt } = clock;
  const events = fired.map(
    (step): DeskEvent => ({
      name: eventName(step),
      data: { clockId, kind, step: step.name, to: step.to, startedAt, dueAt, channel: conversation.channel },
    }),
  );
  return { conversation: withClock(conversation, clock), events };
}

function eventName({ name }: ClockStep): 'clock.warned' | 'clock.breached' | 'clock.escalated' {
  if (name === 'warning') return 'clock.warned';
  return name === 'breach' ? 'clock.breached' : 'clock.escalated';
}
