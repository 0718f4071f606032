import type { Message } from './messages.ts';
import type { Favourite, Post } from './posts.ts';
import { v1Message, v1MessageUser, v1Read } from './v1-messages.ts';
import { v1Date, v1Post, v1User } from './v1-objects.ts';
import type { World } from './world.ts';

type Fields = Record<string, unknown>;

/** Number of the developer app that all calls are made with. */
export const APP_ID = '30000001';

/** Bodies of the deprecated Account Activity API: one account and one list of events, which always holds one. */
export function aaaPost(world: World, accountId: string, post: Post): Fields {
  const speaks = post.authorId !== accountId && !post.quotes && !post.reposts;
  return {
    for_user_id: accountId,
    ...(speaks && { user_has_blocked: world.people.blocks(accountId, post.authorId) }),
    tweet_create_events: [v1Post(world, post)],
  };
}

export function aaaDelete(post: Post, at: number): Fields {
  const status = { id: post.id, user_id: post.authorId };
  return { for_user_id: post.authorId, tweet_delete_events: [{ status, timestamp_ms: String(at) }] };
}

export function aaaLike(world: World, like: Favourite, post: Post): Fields {
  const liker = world.people.get(like.personId);
  const event = {
    id: like.id,
    created_at: v1Date(like.createdAt),
    timestamp_ms: like.createdAt,
    favorited_status: v1Post(world, post),
    user: liker && v1User(world, liker),
  };
  return { for_user_id: post.authorId, favorite_events: [event] };
}

export function aaaMessage(world: World, accountId: string, message: Message): Fields {
  const own = message.senderId === accountId;
  const event = v1Message(world, message);
  return {
    for_user_id: accountId,
    direct_message_events: [own ? sentByApp(event) : event],
    ...(own && { apps: { [APP_ID]: { id: APP_ID, name: 'Desk', url: 'https://desk.example.com' } } }),
    users: bothEnds(world, message),
  };
}

/** Tells the sender of `message` that it was read. */
export function aaaRead(world: World, message: Message): Fields {
  return {
    for_user_id: message.senderId,
    direct_message_mark_read_events: [v1Read(world, message)],
    users: bothEnds(world, message),
  };
}

function bothEnds(world: World, message: Message): Fields {
  const users: Fields = {};
  for (const id of [message.senderId, message.recipientId]) {
    const person = world.people.get(id);
    if (person) users[id] = v1MessageUser(world, person);
  }
  return users;
}

function sentByApp(event: Fields): Fields {
  const inner = event.message_create;
  return typeof inner === 'object' && inner !== null
    ? { ...event, message_create: { ...inner, source_app_id: APP_ID } }
    : event;
}

export function aaaRevoke(accountId: string, at: number): Fields {
  const date_time = revokedAt(at);
  return {
    user_event: { revoke: { date_time, target: { app_id: APP_ID }, source: { user_id: accountId } } },
  };
}

/** `2026-11-20T10:15:00+00:00`, the form that only revocations use. */
export function revokedAt(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}
