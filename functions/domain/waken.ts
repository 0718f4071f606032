import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Outcome } from './episode.ts';
import type { Message } from './message.ts';
import { wake } from './snooze.ts';
import { asksNothing } from './triage/message-triage.ts';
import { isAnswered, waitFor } from './waiting.ts';

/**
 * Starts the waiting for an answer, and brings back a conversation that was put aside. What its author took back asks nothing,
 * and neither do thanks, pictures and spam: who waits already waits on, and nobody else begins to.
 */
export function waken(
  heard: Conversation,
  message: Message,
  cause: Pick<Cause, 'policies' | 'traceId'>,
): Outcome {
  if (message.deletedAt !== undefined || heard.blocked || asksNothing(message))
    return { conversation: heard, events: [] };
  const { id: messageId, at, visibility } = message;
  const { conversation, events } = waitFor(heard, { messageId, at, visibility }, cause.policies);
  if (isAnswered(heard, at)) return { conversation, events };
  const awake = wake(conversation, 'message');
  const { resolvedAt: _, ...open } = awake.conversation;
  return {
    conversation: { ...open, status: 'open', traceId: cause.traceId },
    events: [...awake.events, ...events],
  };
}
