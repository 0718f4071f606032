import { randomBytes } from 'node:crypto';
import type { Message } from './messages.ts';
import type { Person } from './people.ts';
import type { Favourite, Post } from './posts.ts';
import { v1Message, v1Read } from './v1-messages.ts';
import { v2Media, v2Post, v2User } from './v2-objects.ts';
import type { World } from './world.ts';

type Fields = Record<string, unknown>;

/** What happened, for the eyes of one subscription of the X Activity API. */
export interface Activity {
  eventType: string;
  /** Account whose subscription it is; undefined for events about the app. */
  userId?: string;
  direction?: 'inbound' | 'outbound';
  payload: Fields;
  /** Undefined leaves the field out, which direct messages do. */
  includes?: Fields;
}

/** One webhook body. Each call gives it a new `event_uuid`, which X says names the delivery, not the event. */
export function xaaEnvelope(activity: Activity, tag: string | undefined): Fields {
  const { eventType, userId, direction, payload, includes } = activity;
  return {
    data: {
      event_uuid: String(randomBytes(8).readBigInt64BE()),
      filter: { ...(userId && { user_id: userId }), ...(direction && { direction }) },
      event_type: eventType,
      ...(tag && { tag }),
      payload,
      ...(includes && { includes }),
    },
  };
}

/** Numbers come twice in this API: as they are and as `…_str`. */
function withStrings(fields: Record<string, unknown>): Fields {
  const doubled: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    doubled[name] = value;
    if (typeof value === 'number') doubled[`${name}_str`] = String(value);
  }
  return doubled;
}

/** A user as this API shows it, which tells no more about direct messages than a passer-by may know. */
export function xaaUser(world: World, person: Person): Fields {
  const { receives_your_dm: _, public_metrics, ...user } = v2User(world, person);
  return { ...user, public_metrics: withStrings(asFields(public_metrics)) };
}

/** A post as this API shows it; of reposts it leaves the entities out. */
export function xaaPost(world: World, post: Post): Fields {
  const { public_metrics, edit_controls, entities, ...rest } = v2Post(world, post);
  const { mentions, urls } = asFields(entities);
  return {
    ...rest,
    edit_controls: withStrings(asFields(edit_controls)),
    public_metrics: withStrings(asFields(public_metrics)),
    ...(post.replyTo && { in_reply_to_tweet_id: post.replyTo }),
    ...(entities !== undefined &&
      !post.reposts && {
        entities: {
          ...(Array.isArray(mentions) && {
            mentions: mentions.map((mention) => withStrings(asFields(mention))),
          }),
          ...(Array.isArray(urls) && { urls: urls.map((url) => withStrings(asFields(url))) }),
        },
      }),
  };
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Author and people named, and the post once more, as mentions and own posts bring them along. */
export function fullIncludes(world: World, post: Post, mentioned: readonly string[]): Fields {
  const ids = [...new Set([post.authorId, ...mentioned])];
  const users = ids.flatMap((id) => world.people.get(id) ?? []).map((person) => xaaUser(world, person));
  const media = post.media.flatMap((id) => world.media.get(id) ?? []).map((item) => v2Media(world, item));
  return { users, tweets: [xaaPost(world, post)], ...(media.length > 0 && { media }) };
}

export function messagePayload(world: World, message: Message): Fields {
  return { direct_message_events: [v1Message(world, message)], users: bothEnds(world, message) };
}

/** X gives no sample of this one; it is modelled on the older generation. */
export function readPayload(world: World, message: Message): Fields {
  return { direct_message_mark_read_events: [v1Read(world, message)], users: bothEnds(world, message) };
}

/** Both ends of a conversation, each wrapped in `data`, under the id. */
function bothEnds(world: World, message: Message): Fields {
  const users: Fields = {};
  for (const id of [message.senderId, message.recipientId]) {
    const person = world.people.get(id);
    if (person) users[id] = { data: xaaUser(world, person) };
  }
  return users;
}

export function likeActivity(world: World, like: Favourite, post: Post): Activity {
  const liker = world.people.get(like.personId);
  return {
    eventType: 'like.create',
    userId: post.authorId,
    direction: 'inbound',
    payload: {
      id: like.id,
      created_at: new Date(like.createdAt).toISOString(),
      timestamp_ms: String(like.createdAt),
      liked_tweet_author_id: post.authorId,
      liked_tweet_id: post.id,
    },
    includes: { users: liker ? [xaaUser(world, liker)] : [], tweets: [] },
  };
}
