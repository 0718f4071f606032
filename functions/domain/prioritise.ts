import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { PolicyBook, Priority } from './policy.ts';
import { reconsider } from './waiting.ts';

/** Gives a conversation another priority, by which another policy may be for it: then its clock counts anew. */
export function prioritise(conversation: Conversation, priority: Priority, book: PolicyBook): Outcome {
  const { channel, priority: formerPriority } = conversation;
  if (priority === formerPriority) return { conversation, events: [] };
  const moved = reconsider({ ...conversation, priority }, book);
  return {
    conversation: moved.conversation,
    events: [
      { name: 'conversation.prioritised', data: { channel, priority, formerPriority } },
      ...moved.events,
    ],
  };
}
