import { type Change, emptyChange } from './change.ts';
import { fireClock } from './clock.ts';
import type { ClockStep } from './clock-schema.ts';
import { type Conversation, waitingClock, withClock } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';

/**
 * Time passed for a conversation: whatever of its clock is due by `now` fires. Undefined when nothing is: answered meanwhile,
 * resolved, told already, or too early.
 */
export function fallDue(conversation: Conversation, now: Instant): Change | undefined {
  const waiting = conversation.status === 'resolved' ? undefined : waitingClock(conversation);
  if (!waiting) return undefined;
  const { clock, fired } = fireClock(waiting, now);
  if (clock === waiting) return undefined;
  const { id: clockId, kind, startedAt, dueAt } = clock;
  const events = fired.map(
    (step): DeskEvent => ({
      name: eventName(step),
      data: { clockId, kind, step: step.name, to: step.to, startedAt, dueAt, channel: conversation.channel },
    }),
  );
  return {
    ...emptyChange({ traceId: conversation.traceId, at: now, actor: 'clock' }),
    conversation: { before: conversation, after: withClock(conversation, clock) },
    events,
  };
}

function eventName({ name }: ClockStep): 'clock.warned' | 'clock.breached' | 'clock.escalated' {
  if (name === 'warning') return 'clock.warned';
  return name === 'breach' ? 'clock.breached' : 'clock.escalated';
}
