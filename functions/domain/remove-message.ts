import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import type { DeskEvent } from './events.ts';
import type { RemovalEvent } from './inbound-event.ts';
import type { Message } from './message.ts';
import { withdraw } from './waiting.ts';

/**
 * A message was deleted by its author, hidden or shown again. The original stays for the audit; nobody waits any more for an
 * answer to a deleted message. Undefined when the message already is so.
 */
export function receiveRemoval(event: RemovalEvent, known: Known, cause: Cause): Change | undefined {
  const { message, answered: conversation } = known;
  if (message && conversation) return removeMessage(event, message, conversation, cause);
  const { channel, accountId, nativeId, at, removal } = event;
  const change = emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel });
  if (known.post) {
    if (removal !== 'deleted' || known.post.deletedAt !== undefined) return undefined;
    return { ...change, posts: [{ channel, accountId, nativeId, deletedAt: at }] };
  }
  const pending = {
    ...known.self?.pending,
    ...(removal === 'deleted' ? { deletedAt: at } : { hidden: removal === 'hidden' }),
  };
  return { ...change, pending: [{ channel, accountId, nativeId, pending }] };
}

function removeMessage(
  { removal, at }: RemovalEvent,
  message: Message,
  conversation: Conversation,
  cause: Cause,
): Change | undefined {
  const after = removal === 'deleted' ? withDeletion(message, at) : withHiding(message, removal === 'hidden');
  if (!after) return undefined;
  const { id: messageId, visibility } = message;
  const told: DeskEvent = { name: `message.${removal}`, data: { messageId, visibility } };
  const outcome =
    removal === 'deleted'
      ? withdraw(conversation, messageId, cause.now, cause.policies)
      : { conversation, events: [] };
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: conversation.channel }),
    conversation: { before: conversation, after: outcome.conversation },
    changedMessages: [after],
    events: [told, ...outcome.events],
  };
}

function withDeletion(message: Message, at: string): Message | undefined {
  return message.deletedAt === undefined ? { ...message, deletedAt: at } : undefined;
}

function withHiding(message: Message, hidden: boolean): Message | undefined {
  return (message.hidden ?? false) === hidden ? undefined : { ...message, hidden };
}
