import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { DeskEvent } from './events.ts';
import { type Instant, later } from './instant.ts';
import type { Message, Visibility } from './message.ts';
import { addMessage } from './record-message.ts';
import { answer } from './waiting.ts';

/** An answer that an agent writes in Hark. */
export interface Reply {
  /** Names the reply; the same key writes the same message once. */
  key: string;
  text: string;
  visibility: Visibility;
  agent: { id: string; name: string };
}

/**
 * Stores an agent's answer as queued and stops the clock: the customer's waiting ended when somebody answered, whatever the
 * platform makes of the delivery. All that was known when the agent wrote counts as answered, even when the platform's clock
 * runs ahead of ours.
 */
export function replyTo(
  conversation: Conversation,
  reply: Reply,
  cause: Cause,
): Change & { newMessages: [Message] } {
  const { channel, id: conversationId } = conversation;
  const message: Message = {
    id: `${conversationId}.${cause.orderedId(cause.now, `reply:${conversationId}:${reply.key}`)}`,
    conversationId,
    direction: 'outbound',
    visibility: reply.visibility,
    author: { agentId: reply.agent.id, name: reply.agent.name },
    text: reply.text,
    attachments: [],
    at: cause.now,
    receivedAt: cause.now,
    state: 'queued',
  };
  const question = conversation.unanswered.at(-1);
  const answeredAt: Instant = question ? later(cause.now, question.at) : cause.now;
  const outcome = answer(addMessage(conversation, message), answeredAt, cause.policies);
  const data = { messageId: message.id, visibility: message.visibility, channel, agentId: reply.agent.id };
  const told: DeskEvent = { name: 'message.answered', data };
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: reply.agent.id }),
    conversation: { before: conversation, after: outcome.conversation },
    newMessages: [message],
    events: [told, ...outcome.events],
  };
}
