import * as z from 'zod/mini';
import { addressee, otherParty } from './addressee.ts';
import { Id, lenient, unwrapped } from './lenient.ts';

/** Where an event belongs in the queue, and what makes it the same event in another delivery. */
export interface Address {
  /** With whom, or about which post; events of one group stay in order. */
  group: string;
  /**
   * Class and id of what happened; deliveries of both generations agree on posts, direct messages and deletions. Undefined
   * where X gives neither an id nor an instant.
   */
  identity: string[] | undefined;
}

type Addresser = (accountId: string, event: unknown) => Address | undefined;

function addressed<T>(
  schema: z.ZodMiniType<T>,
  address: (accountId: string, event: T) => Address,
): Addresser {
  return (accountId, event) => {
    const read = schema.safeParse(event);
    return read.success ? address(accountId, read.data) : undefined;
  };
}

const Instant = lenient(z.union([z.string(), z.number()]));
const V1User = z.object({ id_str: Id });
const V2User = unwrapped(z.object({ id: Id }));

const Tweet = z.object({
  id_str: Id,
  user: V1User,
  in_reply_to_user_id_str: lenient(Id),
  retweeted_status: lenient(V1User),
  entities: lenient(
    z.object({
      user_mentions: lenient(
        z.array(z.object({ id_str: lenient(Id), indices: lenient(z.array(z.number())) })),
      ),
    }),
  ),
});

const Post = z.object({
  id: Id,
  author_id: Id,
  in_reply_to_user_id: lenient(Id),
  referenced_tweets: lenient(z.array(z.object({ type: z.string(), id: Id }))),
  entities: lenient(
    z.object({ mentions: lenient(z.array(z.object({ id: lenient(Id), start: lenient(z.number()) }))) }),
  ),
});

const tweet = addressed(Tweet, (accountId, { id_str, user, entities, ...rest }) => {
  const mentions = (entities?.user_mentions ?? []).map((one) => ({
    id: one.id_str,
    start: one.indices?.[0],
  }));
  const ours = () => addressee(accountId, rest.in_reply_to_user_id_str, mentions) ?? accountId;
  const person = user.id_str === accountId ? ours() : user.id_str;
  return { group: rest.retweeted_status?.id_str ?? person, identity: ['post', id_str] };
});

/** A v2 post: of the X Activity API or of a filtered stream. */
export const addressOfPost = addressed(Post, (accountId, { id, author_id, entities, ...rest }) => {
  const repeated = rest.referenced_tweets?.find((reference) => reference.type === 'retweeted')?.id;
  const ours = () => addressee(accountId, rest.in_reply_to_user_id, entities?.mentions ?? []) ?? accountId;
  return { group: repeated ?? (author_id === accountId ? ours() : author_id), identity: ['post', id] };
});

const V1Pair = z.object({
  type: lenient(z.string()),
  created_timestamp: Instant,
  source: V1User,
  target: V1User,
});
const relation = addressed(V1Pair, (accountId, { type, created_timestamp, source, target }) => ({
  group: source.id_str === accountId ? target.id_str : source.id_str,
  identity: [type ?? 'relation', source.id_str, target.id_str, String(created_timestamp)],
}));

const Indication = z.object({
  sender_id: Id,
  target: z.object({ recipient_id: Id }),
  created_timestamp: Instant,
});
function indication(name: string): Addresser {
  return addressed(Indication, (accountId, { sender_id, target, created_timestamp }) => ({
    group: sender_id === accountId ? target.recipient_id : sender_id,
    identity: [name, sender_id, target.recipient_id, String(created_timestamp)],
  }));
}

/** Kinds of the Account Activity API by key; `dm.*` payloads of the X Activity API hold the same. */
export const BY_KEY: Readonly<Record<string, Addresser>> = {
  tweet_create_events: tweet,
  tweet_delete_events: addressed(
    z.object({ status: z.object({ id: Id, user_id: Id }) }),
    (_accountId, { status }) => ({ group: status.user_id, identity: ['delete', status.id] }),
  ),
  favorite_events: addressed(z.object({ id: Id, favorited_status: V1User }), (_accountId, event) => ({
    group: event.favorited_status.id_str,
    identity: ['like', event.id],
  })),
  follow_events: relation,
  unfollow_events: relation,
  block_events: relation,
  unblock_events: relation,
  mute_events: relation,
  unmute_events: relation,
  direct_message_events: addressed(
    z.object({
      id: Id,
      message_create: z.object({ sender_id: Id, target: z.object({ recipient_id: Id }) }),
    }),
    (accountId, { id, message_create: { sender_id, target } }) => ({
      group: sender_id === accountId ? target.recipient_id : sender_id,
      identity: ['dm', id],
    }),
  ),
  direct_message_mark_read_events: indication('read'),
  direct_message_indicate_typing_events: indication('typing'),
};

const chat = addressed(
  z.object({ id: Id, sender_id: Id, conversation_id: lenient(z.string()) }),
  (accountId, { id, sender_id, conversation_id }) => ({
    group: sender_id === accountId ? (otherParty(accountId, conversation_id) ?? accountId) : sender_id,
    identity: ['chat', id],
  }),
);

/** Somebody follows, mutes or blocks somebody. */
const pair = addressed(z.object({ source: V2User, target: V2User }), (accountId, { source, target }) => ({
  group: source.id === accountId ? target.id : source.id,
  identity: undefined,
}));

/** Kinds of the X Activity API by type; `dm.*` go by the keys of their payload. */
export const BY_TYPE: Readonly<Record<string, Addresser>> = {
  'post.create': addressOfPost,
  'post.mention.create': addressOfPost,
  'post.reply.create': addressOfPost,
  'post.quote.create': addressOfPost,
  'post.repost.create': addressOfPost,
  'post.delete': addressed(z.object({ id: Id, author_id: Id }), (_accountId, { id, author_id }) => ({
    group: author_id,
    identity: ['delete', id],
  })),
  'like.create': addressed(
    z.object({ id: Id, liked_tweet_id: Id }),
    (_accountId, { id, liked_tweet_id }) => ({
      group: liked_tweet_id,
      identity: ['like', id],
    }),
  ),
  'follow.follow': pair,
  'follow.unfollow': pair,
  'mute.mute': pair,
  'mute.unmute': pair,
  'block.block': pair,
  'block.unblock': pair,
  'chat.received': chat,
  'chat.sent': chat,
};
