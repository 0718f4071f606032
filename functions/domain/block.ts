import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { Instant } from './instant.ts';
import { stopWaiting } from './waiting.ts';

/** The person is not answered any more: what they write is kept, starts no clock and stands in no list. */
export function block(conversation: Conversation, now: Instant): Outcome {
  if (conversation.blocked) return { conversation, events: [] };
  const outcome = stopWaiting(conversation, now, 'blocked');
  return {
    conversation: { ...outcome.conversation, blocked: true },
    events: [...outcome.events, { name: 'conversation.blocked', data: { channel: conversation.channel } }],
  };
}

/** The person is heard again. What they wrote meanwhile is there, and asks nothing any more. */
export function unblock(conversation: Conversation): Outcome {
  if (!conversation.blocked) return { conversation, events: [] };
  const { blocked: _, ...rest } = conversation;
  return {
    conversation: rest,
    events: [{ name: 'conversation.unblocked', data: { channel: conversation.channel } }],
  };
}
