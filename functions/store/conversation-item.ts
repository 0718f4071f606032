import { type Conversation, nextDueAt, waitingClock } from '../domain/conversation.ts';
import { conversationKey, DUE_SHARDS, dueKey, INBOX_SHARDS, inboxKey, indexes, teamKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Item } from './table.ts';

/** A conversation as it is stored: itself, and the keys under which the indexes find it (A1, A9, A10, A11). */
export function conversationItem(conversation: Conversation): Item {
  const { id, status, channel, teamId } = conversation;
  const shard = shardOf(id, INBOX_SHARDS);
  return {
    ...conversationKey(id),
    ...conversation,
    [indexes.inbox.partitionKey]: inboxKey(status, channel, shard),
    [indexes.inbox.sortKey]: `${urgencyOf(conversation)}#${id}`,
    [indexes.team.partitionKey]: teamKey(status, teamId, shard),
    ...dueKeys(conversation),
  };
}

/** Where a conversation stands in its list: first who waits, by deadline; then the rest by their last message; resolved ones by when. */
function urgencyOf(conversation: Conversation): string {
  if (conversation.resolvedAt !== undefined) return conversation.resolvedAt;
  const clock = waitingClock(conversation);
  return clock ? `0#${clock.dueAt}` : `1#${conversation.lastMessageAt}`;
}

/** The due index is sparse: a conversation for which nothing is to come is not in it. */
function dueKeys(conversation: Conversation): Item {
  const dueAt = nextDueAt(conversation);
  if (dueAt === undefined) return {};
  return {
    [indexes.due.partitionKey]: dueKey(shardOf(conversation.id, DUE_SHARDS)),
    [indexes.due.sortKey]: `${dueAt}#${conversation.id}`,
  };
}
