import {
  APP_ID,
  aaaDelete,
  aaaLike,
  aaaMessage,
  aaaPost,
  aaaRead,
  aaaRevoke,
  revokedAt,
} from './aaa-envelope.ts';
import type { Deliveries } from './deliveries.ts';
import type { Message } from './messages.ts';
import { explicitMentions } from './post-source.ts';
import type { Favourite, Post } from './posts.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';
import {
  type Activity,
  fullIncludes,
  likeActivity,
  messagePayload,
  readPayload,
  xaaEnvelope,
  xaaPost,
  xaaUser,
} from './xaa-envelope.ts';

/** Tells the subscribed desk what happened. Every function returns the numbers of the deliveries that it caused. */
export interface Announcer {
  posted(post: Post): number[];
  deleted(post: Post): number[];
  liked(like: Favourite, post: Post): number[];
  messaged(message: Message): number[];
  /** The recipient has seen everything up to this message. */
  read(message: Message): number[];
  revoked(accountId: string): number[];
}

export function createAnnouncer(given: {
  world: World;
  webhooks: Webhooks;
  subscriptions: Subscriptions;
  deliveries: Deliveries;
}): Announcer {
  const { world } = given;
  const send = (
    accountId: string,
    activities: Activity[],
    aaa: Record<string, unknown> | undefined,
  ): number[] => {
    if (world.people.tokenState(accountId) === 'revoked' && activities[0]?.eventType !== 'oauth.revoke')
      return [];
    return [...sendActivities(given, activities), ...(aaa ? sendAccountBody(given, accountId, aaa) : [])];
  };
  const each = (tell: (accountId: string) => number[]) => world.people.ours().flatMap(({ id }) => tell(id));
  return {
    posted: (post) =>
      each((id) =>
        send(
          id,
          postActivities(world, post, id),
          concerns(world, post, id) ? aaaPost(world, id, post) : undefined,
        ),
      ),
    deleted: (post) => {
      if (!world.people.get(post.authorId)?.ours) return [];
      return send(post.authorId, [deleteActivity(world, post)], aaaDelete(post, world.now()));
    },
    liked: (like, post) => {
      if (!world.people.get(post.authorId)?.ours || like.personId === post.authorId) return [];
      return send(post.authorId, [likeActivity(world, like, post)], aaaLike(world, like, post));
    },
    messaged: (message) =>
      each((id) => {
        if (id !== message.senderId && id !== message.recipientId) return [];
        const eventType = id === message.senderId ? 'dm.sent' : 'dm.received';
        const activity = { eventType, userId: id, payload: messagePayload(world, message) };
        return send(id, [activity], aaaMessage(world, id, message));
      }),
    read: (message) => {
      if (!world.people.get(message.senderId)?.ours) return [];
      const payload = readPayload(world, message);
      const activity = { eventType: 'dm.read', userId: message.senderId, payload };
      return send(message.senderId, [activity], aaaRead(world, message));
    },
    revoked: (id) => {
      const payload = { date_time: revokedAt(world.now()), user_id: id, app_id: APP_ID };
      return send(id, [{ eventType: 'oauth.revoke', payload }], aaaRevoke(id, world.now()));
    },
  };
}

type Given = Parameters<typeof createAnnouncer>[0];

function sendActivities(
  { world, webhooks, subscriptions, deliveries }: Given,
  activities: Activity[],
): number[] {
  if (world.settings.envelope === 'aaa') return [];
  const all = subscriptions.all();
  return activities.flatMap((activity) =>
    all.flatMap(({ eventType, userId, direction, tag, webhookId }) => {
      const webhook = webhookId ? webhooks.get(webhookId) : undefined;
      const same = eventType === activity.eventType && userId === activity.userId;
      if (!webhook || !same || (direction && direction !== activity.direction)) return [];
      return copies(world).map(() => deliveries.enqueue(webhook, JSON.stringify(xaaEnvelope(activity, tag))));
    }),
  );
}

function sendAccountBody(
  { world, webhooks, subscriptions, deliveries }: Given,
  accountId: string,
  body: object,
): number[] {
  if (world.settings.envelope === 'xaa') return [];
  return subscriptions.accounts().flatMap(({ webhookId, userId }) => {
    const webhook = webhooks.get(webhookId);
    if (!webhook || userId !== accountId) return [];
    return copies(world).map(() => deliveries.enqueue(webhook, JSON.stringify(body)));
  });
}

function copies(world: World): number[] {
  return world.settings.duplicates ? [1, 2] : [1];
}

/** What one post means to one account: several things at once when a reply names the account too. */
function postActivities(world: World, post: Post, accountId: string): Activity[] {
  const payload = xaaPost(world, post);
  const mentions = explicitMentions(world, post);
  const named = [...mentions];
  if (post.authorId === accountId) {
    return [
      { eventType: 'post.create', userId: accountId, payload, includes: fullIncludes(world, post, []) },
    ];
  }
  const about = (eventType: string, includes = {}): Activity => ({
    eventType,
    userId: accountId,
    payload,
    includes,
  });
  const activities: Activity[] = [];
  if (mentions.has(accountId))
    activities.push(about('post.mention.create', fullIncludes(world, post, named)));
  if (authorOf(world, post.replyTo) === accountId) activities.push(about('post.reply.create'));
  if (authorOf(world, post.quotes) === accountId) activities.push(about('post.quote.create'));
  if (authorOf(world, post.reposts) === accountId) activities.push(about('post.repost.create'));
  return activities;
}

/** Whether the Account Activity API tells this account of the post at all. */
function concerns(world: World, post: Post, accountId: string): boolean {
  const authors = [post.replyTo, post.quotes, post.reposts].map((id) => authorOf(world, id));
  return (
    post.authorId === accountId || explicitMentions(world, post).has(accountId) || authors.includes(accountId)
  );
}

function authorOf(world: World, postId: string | undefined): string | undefined {
  return postId ? world.posts.get(postId)?.authorId : undefined;
}

/** X tells only of deletions by the account itself; that a customer took a post back shows when one looks or replies. */
function deleteActivity(world: World, post: Post): Activity {
  const author = world.people.get(post.authorId);
  return {
    eventType: 'post.delete',
    userId: post.authorId,
    payload: { id: post.id, author_id: post.authorId },
    includes: { users: author ? [{ data: xaaUser(world, author) }] : [] },
  };
}
