import { type Change, emptyChange } from './change.ts';
import { type Conversation, previewOf } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import { doerOf, withoutDoing } from './deed.ts';
import type { RemovalEvent } from './inbound-event.ts';
import type { Message, Post } from './message.ts';
import type { Reference } from './reference.ts';
import { withdraw } from './waiting.ts';

/**
 * A message was deleted by its author, hidden or shown again. The original stays for the audit; nobody waits any more for an
 * answer to a deleted message. Undefined when the message already is so.
 */
export function receiveRemoval(event: RemovalEvent, known: Known, cause: Cause): Change | undefined {
  const { message, answered: conversation } = known;
  if (message && conversation) return removeMessage(event, message, conversation, cause);
  const pending = earlyRemoval(event, known);
  const posts = removedPost(event, known);
  if (pending.length + posts.length === 0) return undefined;
  return { ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: event.channel }), pending, posts };
}

/** Remembers a removal for a message that is still to come; a post that is not surely ours may be such a message of a visitor. */
function earlyRemoval(
  { channel, accountId, nativeId, removal, at }: RemovalEvent,
  known: Known,
): Reference[] {
  const told = known.self?.pending;
  if (known.post?.ours) return [];
  if (removal === 'deleted') {
    if (told?.deletedAt !== undefined) return [];
    return [{ channel, accountId, nativeId, pending: { ...told, deletedAt: at } }];
  }
  const hidden = removal === 'hidden';
  return told?.hidden === hidden ? [] : [{ channel, accountId, nativeId, pending: { ...told, hidden } }];
}

function removedPost({ channel, accountId, nativeId, removal, at }: RemovalEvent, { post }: Known): Post[] {
  if (removal !== 'deleted' || !post || post.deletedAt !== undefined) return [];
  return [{ channel, accountId, nativeId, deletedAt: at }];
}

/** What an agent of ours does in Hark for such news. */
const deeds = { deleted: 'delete', hidden: 'hide', unhidden: 'unhide' } as const;

function removeMessage(
  { removal, at }: RemovalEvent,
  message: Message,
  conversation: Conversation,
  cause: Cause,
): Change | undefined {
  const removed =
    removal === 'deleted' ? withDeletion(message, at) : withHiding(message, removal === 'hidden');
  if (!removed) return undefined;
  const { id: messageId, visibility } = message;
  const isShown = removal === 'deleted' && conversation.lastMessageId === messageId;
  const left = isShown ? { ...conversation, preview: previewOf(removed) } : conversation;
  const outcome =
    removal === 'deleted'
      ? withdraw(left, messageId, at, cause.policies)
      : { conversation: left, events: [] };
  const actor = doerOf(message, deeds[removal], cause.now) ?? conversation.channel;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor }),
    conversation: { before: conversation, after: outcome.conversation },
    changedMessages: [withoutDoing(removed)],
    events: [{ name: `message.${removal}`, data: { messageId, visibility } }, ...outcome.events],
  };
}

function withDeletion(message: Message, at: string): Message | undefined {
  return message.deletedAt === undefined ? { ...message, deletedAt: at } : undefined;
}

function withHiding(message: Message, hidden: boolean): Message | undefined {
  return (message.hidden ?? false) === hidden ? undefined : { ...message, hidden };
}
