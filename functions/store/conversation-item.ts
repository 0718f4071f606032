import { type Conversation, dueNext, nextDueAt } from '../domain/conversation.ts';
import { listOf } from '../domain/counted-views.ts';
import type { InboxOrder } from '../domain/policy.ts';
import { priorityOf } from '../domain/priority.ts';
import {
  conversationKey,
  DUE_SHARDS,
  dueKey,
  INBOX_SHARDS,
  inboxKey,
  indexes,
  ownerKey,
  teamKey,
  WAITING,
} from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Item } from './table.ts';

/** A conversation as it is stored: itself, and the keys under which the indexes find it (A1, A9, A10, A11, A37). */
export function conversationItem(conversation: Conversation): Item {
  return {
    ...conversationKey(conversation.id),
    ...conversation,
    ...listKeys(conversation),
    ...dueKeys(conversation),
  };
}

/** The lists that a conversation stands in. Blocked people stand in none, and only what somebody owns is in the index of owners. */
function listKeys(conversation: Conversation): Item {
  const { id, channel, teamId, ownerId } = conversation;
  const list = listOf(conversation);
  if (list === undefined) return {};
  const shard = shardOf(id, INBOX_SHARDS);
  return {
    [indexes.inbox.partitionKey]: inboxKey(list, channel, shard),
    [indexes.inbox.sortKey]: placeInInbox(conversation),
    [indexes.team.partitionKey]: teamKey(list, teamId, shard),
    ...(ownerId !== undefined && { [indexes.owner.partitionKey]: ownerKey(list, ownerId, shard) }),
  };
}

/** What a list of conversations is sorted by: how urgent one is, then its id. */
export const placeInInbox = (conversation: Conversation): string =>
  `${urgencyOf(conversation)}#${conversation.id}`;

const QUARTER = 15 * 60_000;
/** How long a stretch of deadlines is whose conversations stand by priority, in milliseconds. */
const bands: Record<InboxOrder, number> = {
  clock: 1,
  quarter: QUARTER,
  hour: 4 * QUARTER,
  day: 96 * QUARTER,
};

/**
 * Where a conversation stands in its list: first who waits for an answer or for what we promised, by what is due to them first;
 * then the rest by their last message; resolved ones by when.
 *
 * Of those who wait, deadlines within the same stretch of time count as equally near, and the priority decides between them. The
 * stretch is absolute (a quarter past to half past), so the place follows from the conversation alone and one query still reads the
 * list in its order. It begins with an instant whatever the team chose, so the lists of several teams can be merged.
 */
function urgencyOf(conversation: Conversation): string {
  if (conversation.resolvedAt !== undefined) return conversation.resolvedAt;
  const dueAt = dueNext(conversation);
  if (dueAt === undefined) return `1#${conversation.lastMessageAt}`;
  const band = bands[conversation.order ?? 'quarter'];
  const stretch = new Date(Math.floor(Date.parse(dueAt) / band) * band).toISOString();
  const rank = `${999 - priorityOf(conversation).score}`;
  return `${WAITING}${stretch}#${rank}#${dueAt}`;
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
