import { graphTime, numberOf, permalink } from './events.ts';
import {
  type Comment,
  commentsOfPost,
  findPost,
  type Post,
  postsOfPage,
  reactionsTo,
  repliesOf,
} from './feed.ts';
import type { GraphEdge, GraphNode } from './fields.ts';
import { findActor } from './people.ts';
import { mayReplyPrivately } from './private-reply.ts';
import type { World } from './world.ts';

/** A comment as `GET /{comment-id}` knows it. */
export function commentNode(world: World, comment: Comment): GraphNode {
  const { memory } = world;
  const isOurs = comment.authorId === comment.pageId;
  const post = findPost(memory, comment.postId);
  const reactions = reactionsTo(memory, comment.id);
  const attachment = comment.photo && {
    type: 'photo',
    media: { image: { src: comment.photo } },
    url: comment.photo,
  };
  return {
    type: 'Comment',
    defaults: ['created_time', 'from', 'message'],
    values: {
      id: comment.id,
      message: comment.message ?? '',
      from: findActor(memory, comment.authorId),
      created_time: graphTime(comment.createdAt),
      attachment: attachment || undefined,
      parent: comment.parentId === null ? undefined : { id: comment.parentId },
      object: post && { id: post.id, created_time: graphTime(post.createdAt) },
      permalink_url: post && `${permalink(post)}?comment_id=${numberOf(comment.id)}`,
      is_hidden: comment.hidden,
      is_private: false,
      can_reply_privately: mayReplyPrivately(world, comment) === undefined,
      can_comment: true,
      can_hide: !isOurs,
      can_remove: true,
      can_like: true,
      user_likes: reactions.some((reaction) => reaction.actorId === comment.pageId),
      like_count: reactions.length,
      comment_count: repliesOf(memory, comment.id).length,
      message_tags: [],
      comments: (args: Record<string, string>) => commentEdge(world, comment, args),
    },
  };
}

export function postNode(world: World, post: Post): GraphNode {
  return {
    type: 'Post',
    defaults: ['created_time', 'message'],
    values: {
      id: post.id,
      message: post.message ?? undefined,
      from: findActor(world.memory, post.authorId),
      created_time: graphTime(post.createdAt),
      updated_time: graphTime(post.editedAt ?? post.createdAt),
      permalink_url: permalink(post),
      full_picture: post.photos[0],
      is_published: post.published,
      scheduled_publish_time: post.publishAt === null ? undefined : Math.floor(post.publishAt / 1000),
      status_type: post.kind === 'post' ? 'wall_post' : undefined,
      comments: (args: Record<string, string>) => commentEdge(world, post, args),
    },
  };
}

/**
 * The comments under a post or comment. `filter=stream` lists replies too; `order=reverse_chronological` gives the newest
 * first.
 */
export function commentEdge(world: World, parent: Post | Comment, args: Record<string, string>): GraphEdge {
  const all =
    'postId' in parent ? repliesOf(world.memory, parent.id) : commentsOfPost(world.memory, parent.id);
  const isStream = args.filter === 'stream' || 'postId' in parent;
  const kept = all.filter((comment) => isStream || comment.parentId === null);
  const since = Number(args.since ?? 0) * 1000;
  const recent = kept.filter((comment) => comment.createdAt >= since);
  const ordered = args.order === 'reverse_chronological' ? recent.reverse() : recent;
  return { nodes: ordered.map((comment) => commentNode(world, comment)) };
}

/** What stands on a page, newest first; `ours` leaves visitors' posts out. */
export function feedEdge(world: World, pageId: string, ours: boolean): GraphEdge {
  const posts = postsOfPage(world.memory, pageId).filter(
    (post) => post.published && (!ours || post.authorId === pageId),
  );
  return { nodes: posts.map((post) => postNode(world, post)) };
}
