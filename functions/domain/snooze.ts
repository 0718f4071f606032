import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { Instant } from './instant.ts';

/**
 * An agent puts a conversation aside until an instant. Its clocks run on: who waits does not wait less because we look elsewhere. A
 * resolved one can be put aside too, to come back for a look.
 */
export function snooze(conversation: Conversation, until: Instant): Outcome {
  if (conversation.status === 'snoozed' && conversation.snoozedUntil === until) {
    return { conversation, events: [] };
  }
  const { resolvedAt: _, ...rest } = conversation;
  return {
    conversation: { ...rest, status: 'snoozed', snoozedUntil: until },
    events: [{ name: 'conversation.snoozed', data: { channel: conversation.channel, until } }],
  };
}

/** A conversation that was put aside comes back: its time is over, the person wrote, or an agent wants it. */
export function wake(conversation: Conversation, because: 'time' | 'message' | 'agent'): Outcome {
  if (conversation.status !== 'snoozed') return { conversation, events: [] };
  const { snoozedUntil: _, ...rest } = conversation;
  return {
    conversation: { ...rest, status: 'open' },
    events: [{ name: 'conversation.woken', data: { channel: conversation.channel, because } }],
  };
}
