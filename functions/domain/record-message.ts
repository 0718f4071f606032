import { mergeProfile, type Profile } from './contact.ts';
import { type Conversation, previewOf } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import type { MessageEvent } from './inbound-event.ts';
import type { Message } from './message.ts';

/** A new conversation, without a message yet. Its id follows from its first message, so two attempts name it alike. */
export function openConversation(
  event: MessageEvent,
  person: Profile,
  known: Known,
  cause: Cause,
): Conversation {
  const { channel, accountId, at } = event;
  return {
    id: cause.orderedId(at, `${channel}:${accountId}:${person.nativeId}:${event.nativeId}`),
    version: 0,
    channel,
    accountId,
    contactId: known.identity?.contactId ?? cause.orderedId(at, `${channel}:${person.nativeId}`),
    contact: mergeProfile(known.identity?.profile, person),
    status: 'open',
    visibility: event.visibility,
    teamId: cause.teamId,
    priority: 'normal',
    preview: '',
    lastMessageId: '',
    lastMessageAt: '',
    messageCount: 0,
    unanswered: [],
    clocks: [],
    clockCount: 0,
    openedAt: at,
    traceId: cause.traceId,
  };
}

/** The stored form of what a platform delivered. `author` is undefined for our side. */
export function messageOf(
  event: MessageEvent,
  author: Profile | undefined,
  conversationId: string,
  cause: Cause,
): Message {
  const { channel, accountId, nativeId, direction, visibility, text, attachments, at } = event;
  const message: Message = {
    id: `${conversationId}.${cause.orderedId(at, `${channel}:${accountId}:${nativeId}`)}`,
    conversationId,
    nativeId,
    direction,
    visibility,
    author: author ? authorOf(author) : { nativeId: accountId },
    text,
    attachments,
    at,
    receivedAt: cause.now,
    state: direction === 'inbound' ? 'received' : 'sent',
  };
  if (event.inReplyTo !== undefined) message.inReplyTo = event.inReplyTo;
  if (event.post !== undefined) message.postId = event.post.nativeId;
  if (event.messageKind !== undefined) message.kind = event.messageKind;
  if (event.addressesUs !== undefined) message.addressesUs = event.addressesUs;
  if (event.editedAt !== undefined) message.editedAt = event.editedAt;
  return message;
}

function authorOf({ nativeId, name, handle }: Profile): Message['author'] {
  return { nativeId, ...(name !== undefined && { name }), ...(handle !== undefined && { handle }) };
}

/** The conversation with one more message. What the inbox shows follows the platform's time, not the order of arrival. */
export function addMessage(conversation: Conversation, message: Message): Conversation {
  const counted = { ...conversation, messageCount: conversation.messageCount + 1 };
  const spoken = message.direction === 'inbound' ? spokenIn(counted, message) : counted;
  const isLast = isLatest(message, conversation);
  const postId = isLast ? (message.postId ?? spoken.postId) : (spoken.postId ?? message.postId);
  const placed = postId === undefined ? spoken : { ...spoken, postId };
  if (!isLast) return placed;
  return { ...placed, preview: previewOf(message), lastMessageId: message.id, lastMessageAt: message.at };
}

/** Ids decide between messages of one instant, as they do where messages are listed. */
function isLatest({ at, id }: Message, { lastMessageAt, lastMessageId }: Conversation): boolean {
  return at > lastMessageAt || (at === lastMessageAt && id > lastMessageId);
}

/** Where the person spoke last; of two messages of one instant the private one counts, as an answer there shows nobody else anything. */
function spokenIn(known: Conversation, { at, visibility }: Message): Conversation {
  const { lastInboundAt, lastPrivateInboundAt } = known;
  const isPrivate = visibility === 'private' && at > (lastPrivateInboundAt ?? '');
  const conversation = isPrivate ? { ...known, lastPrivateInboundAt: at } : known;
  if (lastInboundAt !== undefined && at < lastInboundAt) return conversation;
  if (at === lastInboundAt && visibility === 'public') return conversation;
  return { ...conversation, visibility, lastInboundAt: at };
}
