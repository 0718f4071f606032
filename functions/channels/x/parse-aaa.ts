import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { directMessage, readReceipt, typing } from './direct-message.ts';
import type { AccountActivity } from './envelope.ts';
import { followEvent } from './follow.ts';
import { fromDate, fromMilliseconds, NO_INSTANT } from './instant.ts';
import { Id, lenient } from './lenient.ts';
import { postEvent } from './post.ts';
import { personOf } from './profile.ts';
import { readTweet } from './tweet.ts';
import { readable } from './unreadable.ts';

type Reader = (accountId: string, event: unknown, users: unknown) => InboundEvent;

/** The kinds of the Account Activity API by the key that their events stand under. */
const READERS: Readonly<Record<string, Reader>> = {
  tweet_create_events: (accountId, event) => postEvent(accountId, readTweet(event)),
  tweet_delete_events: deletion,
  favorite_events: like,
  follow_events: follow,
  unfollow_events: follow,
  block_events: ignored('x: block'),
  unblock_events: ignored('x: block'),
  mute_events: ignored('x: mute'),
  unmute_events: ignored('x: mute'),
  direct_message_events: directMessage,
  direct_message_mark_read_events: readReceipt,
  direct_message_indicate_typing_events: typing,
  user_event: revocation,
  replay_job_status: ignored('x: replay job status'),
};

const Milliseconds = z.union([z.string(), z.number()]);
const Timed = z.object({ created_timestamp: lenient(Milliseconds), type: lenient(z.string()) });
const Deletion = z.object({
  status: z.object({ id: Id }),
  timestamp_ms: lenient(Milliseconds),
});
const Favorite = z.object({
  favorited_status: z.object({ id_str: Id }),
  user: z.optional(z.unknown()),
  timestamp_ms: lenient(Milliseconds),
  created_at: lenient(z.string()),
});
const UserEvent = z.object({ revoke: z.object({ date_time: lenient(z.string()) }) });

/** Understands the one event of a fragment of the Account Activity API. */
export function parseAccountActivity(envelope: AccountActivity): InboundEvent {
  const first = envelope.events[0];
  const reader = first !== undefined && Object.hasOwn(READERS, first.key) ? READERS[first.key] : undefined;
  if (first === undefined || reader === undefined) return unknownKind(envelope.accountId);
  return reader(envelope.accountId, first.event, envelope.users);
}

function unknownKind(accountId: string): InboundEvent {
  return { channel: 'x', accountId, at: NO_INSTANT, kind: 'unknown', reason: 'x: other event type' };
}

function ignored(reason: string): Reader {
  return (accountId, event) => ({ channel: 'x', accountId, at: instantOf(event), kind: 'ignored', reason });
}

function instantOf(event: unknown): string {
  return fromMilliseconds(Timed.safeParse(event).data?.created_timestamp) ?? NO_INSTANT;
}

function deletion(accountId: string, event: unknown): InboundEvent {
  const { status, timestamp_ms } = readable(Deletion, event);
  const at = fromMilliseconds(timestamp_ms) ?? NO_INSTANT;
  return { channel: 'x', accountId, at, kind: 'removal', nativeId: status.id, removal: 'deleted' };
}

function like(accountId: string, event: unknown): InboundEvent {
  const favorite = readable(Favorite, event);
  const at = fromMilliseconds(favorite.timestamp_ms) ?? fromDate(favorite.created_at) ?? NO_INSTANT;
  const base = { channel: 'x', accountId, at } as const;
  const person = personOf(favorite.user);
  if (person.nativeId === accountId) return { ...base, kind: 'ignored', reason: 'x: own like' };
  const targetId = favorite.favorited_status.id_str;
  return { ...base, kind: 'engagement', targetId, sort: 'like', personId: person.nativeId, added: true };
}

/** Following and its end stand under the same key and differ in `type`. */
function follow(accountId: string, event: unknown): InboundEvent {
  const type = Timed.safeParse(event).data?.type;
  if (type !== 'follow' && type !== 'unfollow') return unknownKind(accountId);
  return followEvent(accountId, instantOf(event), event, type === 'follow');
}

/** The account took our access away; X ends the subscription by itself. Other user events are not known to exist. */
function revocation(accountId: string, event: unknown): InboundEvent {
  const read = UserEvent.safeParse(event);
  if (!read.success) return unknownKind(accountId);
  const at = fromDate(read.data.revoke.date_time) ?? NO_INSTANT;
  return { channel: 'x', accountId, at, kind: 'account', notice: 'revoked' };
}
