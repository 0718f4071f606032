import type { ChannelName } from './channel-name.ts';
import type { EngagementEvent } from './inbound-event.ts';
import type { Decidable } from './receive.ts';

/** A like, share or reply that something public drew, or one that was taken back. */
export interface Drawn {
  channel: ChannelName;
  accountId: string;
  /** The platform's id of what drew it: a post, or a message of a customer. */
  nativeId: string;
  sort: 'likes' | 'shares' | 'replies';
  by: 1 | -1;
  at: string;
  /** Where a reply was said. */
  conversationId?: string | undefined;
}

/** A like or share as something that was drawn. */
export function drawnBy({ channel, accountId, targetId, sort, added, at }: EngagementEvent): Drawn {
  const counter = sort === 'like' ? 'likes' : 'shares';
  return { channel, accountId, nativeId: targetId, sort: counter, by: added ? 1 : -1, at };
}

/** A customer's public message as a reply that its post drew, or else the message that it answers; undefined for all else. */
export function replyIn(event: Decidable, conversationId: string | undefined): Drawn | undefined {
  if (event.kind !== 'message' || event.direction !== 'inbound' || event.visibility !== 'public')
    return undefined;
  const { channel, accountId, at, editedAt } = event;
  const nativeId = event.post?.nativeId ?? event.inReplyTo;
  if (nativeId === undefined || editedAt !== undefined) return undefined;
  return { channel, accountId, nativeId, sort: 'replies', by: 1, at, conversationId };
}
