import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { directMessage, encryptedMessage, readReceipt, typing } from './direct-message.ts';
import { type Activity, eventsOf } from './envelope.ts';
import { followEvent } from './follow.ts';
import { fromDate, fromMilliseconds, fromSnowflake, NO_INSTANT } from './instant.ts';
import { Id, lenient } from './lenient.ts';
import { postEvent } from './post.ts';
import { readPost } from './post-v2.ts';
import { profilesOf } from './profile.ts';
import { readable } from './unreadable.ts';

type Reader = (activity: Activity) => InboundEvent;

/** The kinds of the X Activity API by their type. */
const READERS: Readonly<Record<string, Reader>> = {
  'post.create': post,
  'post.mention.create': post,
  'post.reply.create': post,
  'post.quote.create': quote,
  'post.repost.create': post,
  'post.delete': deletion,
  'like.create': like,
  'follow.follow': ({ accountId, payload }) => followEvent(accountId, NO_INSTANT, payload, true),
  'follow.unfollow': ({ accountId, payload }) => followEvent(accountId, NO_INSTANT, payload, false),
  'dm.received': (activity) => inner(activity, directMessage),
  'dm.sent': (activity) => inner(activity, directMessage),
  'dm.read': (activity) => inner(activity, readReceipt),
  'dm.indicate_typing': (activity) => inner(activity, typing),
  'chat.received': ({ accountId, payload }) => encryptedMessage(accountId, payload),
  'chat.sent': ({ accountId, payload }) => encryptedMessage(accountId, payload),
  'mute.mute': ignored('x: mute'),
  'mute.unmute': ignored('x: mute'),
  'block.block': ignored('x: block'),
  'block.unblock': ignored('x: block'),
  'oauth.revoke': revocation,
};

/** Types that X documents and the desk has no use for yet; only these may name themselves in a metric. */
const NAMED = new Set([
  'profile.update.bio',
  'profile.update.profile_picture',
  'profile.update.banner_picture',
  'profile.update.screenname',
  'profile.update.handle',
  'profile.update.geo',
  'profile.update.url',
  'profile.update.verified_badge',
  'profile.update.affiliate_badge',
  'chat.conversation_join',
  'news.new',
  'spaces.start',
  'spaces.end',
]);

const Deletion = z.object({ id: Id });
const Like = z.object({
  liked_tweet_id: Id,
  liked_tweet_author_id: lenient(Id),
  timestamp_ms: lenient(z.union([z.string(), z.number()])),
});
const LikeIncludes = lenient(z.object({ users: z.optional(z.unknown()) }));
const Revocation = z.object({ date_time: lenient(z.string()) });
const DirectMessages = z.record(z.string(), z.unknown());

/** Understands a fragment of the X Activity API. */
export function parseActivity(activity: Activity): InboundEvent {
  const { accountId, eventType } = activity;
  const reader = Object.hasOwn(READERS, eventType) ? READERS[eventType] : undefined;
  if (reader !== undefined) return reader(activity);
  const reason = NAMED.has(eventType) ? `x: event_type ${eventType}` : 'x: other event type';
  return { channel: 'x', accountId, at: NO_INSTANT, kind: 'unknown', reason };
}

function post({ accountId, payload, includes }: Activity): InboundEvent {
  return postEvent(accountId, readPost(payload, includes));
}

/** X tells this type only to the account that is quoted, mostly without the quoted post beside it. */
function quote({ accountId, payload, includes }: Activity): InboundEvent {
  const seen = readPost(payload, includes);
  if (seen.quoted === undefined) return postEvent(accountId, seen);
  const quoted = { ...seen.quoted, authorId: seen.quoted.authorId ?? accountId };
  return postEvent(accountId, { ...seen, quoted });
}

function ignored(reason: string): Reader {
  return ({ accountId }) => ({ channel: 'x', accountId, at: NO_INSTANT, kind: 'ignored', reason });
}

/** X does not say when a post was deleted; that it was not before it was made is all that its id tells. */
function deletion({ accountId, payload }: Activity): InboundEvent {
  const nativeId = readable(Deletion, payload).id;
  const at = fromSnowflake(nativeId) ?? NO_INSTANT;
  return { channel: 'x', accountId, at, kind: 'removal', nativeId, removal: 'deleted' };
}

/** `created_at` is the post's, not the like's. The payload does not name who liked: only the users beside it do. */
function like({ accountId, payload, includes, direction }: Activity): InboundEvent {
  const read = readable(Like, payload);
  const base = { channel: 'x', accountId, at: fromMilliseconds(read.timestamp_ms) ?? NO_INSTANT } as const;
  const author = read.liked_tweet_author_id;
  const ofOthers = author !== undefined && author !== accountId;
  if (direction === 'outbound' || ofOthers) return { ...base, kind: 'ignored', reason: 'x: own like' };
  const people = [...profilesOf(LikeIncludes.parse(includes)?.users).keys()];
  const personId = people.find((id) => id !== accountId);
  if (personId === undefined) return { ...base, kind: 'ignored', reason: 'x: like without a person' };
  return { ...base, kind: 'engagement', targetId: read.liked_tweet_id, sort: 'like', personId, added: true };
}

/** The payload of `dm.*` is an Account Activity delivery without its account. */
function inner(
  { accountId, payload }: Activity,
  read: (accountId: string, event: unknown, users: unknown) => InboundEvent,
): InboundEvent {
  const members = readable(DirectMessages, payload);
  return read(accountId, eventsOf(members)[0]?.event, members.users);
}

function revocation({ accountId, payload }: Activity): InboundEvent {
  const at = fromDate(Revocation.safeParse(payload).data?.date_time) ?? NO_INSTANT;
  return { channel: 'x', accountId, at, kind: 'account', notice: 'revoked' };
}
