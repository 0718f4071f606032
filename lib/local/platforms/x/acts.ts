import { conversationBetween, type Message } from './messages.ts';
import type { Platform } from './platform.ts';
import { explicitMentions } from './post-source.ts';
import type { Post } from './posts.ts';
import { mentionedHandles } from './text.ts';
import type { World } from './world.ts';

export interface Draft {
  authorId: string;
  text: string;
  replyTo?: string;
  quotes?: string;
  reposts?: string;
  media?: string[];
  /** Puts the handles of those who are answered in front, as X does for posts that come through the API. */
  address?: boolean;
  /** People not to put in front. */
  exclude?: readonly string[];
}

/** Makes a post and tells the desk, as one. The caller has checked that it may be made. */
export function publish(platform: Platform, draft: Draft): { post: Post; sent: number[] } {
  const { world, announcer } = platform;
  return world.atomically(() => {
    const post = makePost(world, draft);
    return { post, sent: announcer.posted(post) };
  });
}

/** Makes a post without telling anybody. */
export function makePost(world: World, draft: Draft): Post {
  const id = world.nextId();
  const parent = draft.replyTo ? world.posts.get(draft.replyTo) : undefined;
  const post: Post = {
    id,
    authorId: draft.authorId,
    addressed: parent && draft.address ? addressed(world, parent, draft) : '',
    text: draft.text.normalize('NFC').trim(),
    media: draft.media ?? [],
    conversationId: parent?.conversationId ?? id,
    replyTo: draft.replyTo,
    quotes: draft.quotes,
    reposts: draft.reposts,
    createdAt: world.now(),
    deleted: false,
    hidden: false,
  };
  world.posts.add(post);
  return post;
}

/** Handles of the author of the parent and of everybody whom it names, unless the text begins with them already. */
function addressed(world: World, parent: Post, draft: Draft): string {
  const [leading = ''] = /^(\s*@\w+)+/.exec(draft.text) ?? [];
  const typed = new Set(mentionedHandles(leading));
  const excluded = new Set(draft.exclude);
  const named = [...explicitMentions(world, parent)].filter((id) => !excluded.has(id));
  const handles = [...new Set([parent.authorId, ...named])]
    .filter((id) => id !== draft.authorId)
    .flatMap((id) => world.people.get(id)?.handle ?? [])
    .filter((handle) => !typed.has(handle.toLowerCase()));
  return handles.map((handle) => `@${handle} `).join('');
}

export function unpublish(platform: Platform, post: Post): void {
  const { world, announcer } = platform;
  world.atomically(() => {
    world.posts.delete(post.id, world.now());
    announcer.deleted(post);
  });
}

/** Sends a direct message, whoever writes. The caller has checked that the other side takes it. */
export function sendMessage(
  platform: Platform,
  draft: { senderId: string; recipientId: string; text: string; mediaId?: string },
): { message: Message } {
  const { world, announcer } = platform;
  const conversationId = conversationBetween(draft.senderId, draft.recipientId);
  return world.atomically(() => {
    const message = { ...draft, id: world.nextId(), conversationId, createdAt: world.now() };
    world.messages.add(message);
    announcer.messaged(message);
    return { message };
  });
}

/** Likes a post and tells its author. The id of the like; undefined when it was liked before. */
export function like(platform: Platform, personId: string, post: Post): string | undefined {
  const { world, announcer } = platform;
  return world.atomically(() => {
    const favourite = { id: world.nextId(), postId: post.id, personId, createdAt: world.now() };
    if (!world.posts.like(favourite)) return undefined;
    announcer.liked(favourite, post);
    return favourite.id;
  });
}

/** Whether a direct message from one to the other is refused. */
export function isUnreachable(world: World, senderId: string, recipientId: string): boolean {
  const { people } = world;
  const closed = people.get(recipientId)?.dmsClosed ?? true;
  return closed || people.blocks(recipientId, senderId) || people.blocks(senderId, recipientId);
}
