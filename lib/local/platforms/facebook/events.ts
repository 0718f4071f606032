import type { Comment, Post } from './feed.ts';
import type { Actor } from './people.ts';

export type CommentVerb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';
export type PostVerb = 'add' | 'edit' | 'edited' | 'remove';
export type ReactionVerb = 'add' | 'edit' | 'remove';

const STATUS_TYPE: Record<Post['kind'], string> = {
  status: 'mobile_status_update',
  photo: 'added_photos',
  video: 'added_video',
  share: 'shared_story',
  post: 'wall_post',
};

/** Graph's time format: ISO 8601 without fraction, with a numeric offset. */
export const graphTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+0000');

export const seconds = (ms: number): number => Math.floor(ms / 1000);

/** The part of a post or comment id after its first underscore. */
export const numberOf = (id: string): string => id.slice(id.indexOf('_') + 1);

export const permalink = (post: Post): string =>
  `https://www.facebook.com/${post.pageId}/posts/${numberOf(post.id)}`;

/** A `feed` change about a comment. `from` is its author, whoever hid or removed it; undefined when Meta leaves it out. */
export function commentValue(post: Post, comment: Comment, from: Actor | undefined, verb: CommentVerb) {
  const whole = verb !== 'remove';
  return {
    from,
    post: whole ? postStub(post) : undefined,
    message: whole ? (comment.message ?? undefined) : undefined,
    post_id: post.id,
    comment_id: comment.id,
    created_time: seconds(comment.createdAt),
    item: 'comment',
    parent_id: comment.parentId ?? post.id,
    verb,
    photo: whole ? (comment.photo ?? undefined) : undefined,
  };
}

function postStub(post: Post) {
  return {
    status_type: STATUS_TYPE[post.kind],
    is_published: post.published,
    updated_time: graphTime(post.editedAt ?? post.createdAt),
    permalink_url: permalink(post),
    promotion_status: 'inactive',
    id: post.id,
  };
}

/** A `feed` change about a post, ours or a visitor's. */
export function postValue(post: Post, from: Actor | undefined, verb: PostVerb) {
  const common = { post_id: post.id, created_time: seconds(post.createdAt), item: post.kind };
  if (verb === 'remove') return { from, ...common, recipient_id: post.pageId, verb };
  const number = numberOf(post.id);
  return {
    from,
    link: post.kind === 'photo' ? post.photos[0] : (post.link ?? undefined),
    message: post.message ?? undefined,
    photos: post.kind === 'status' && post.photos.length > 0 ? post.photos : undefined,
    ...common,
    photo_id: post.kind === 'photo' ? number : undefined,
    video_id: post.kind === 'video' ? number : undefined,
    share_id: post.kind === 'share' ? number : undefined,
    published: post.kind === 'post' ? undefined : 1,
    verb,
  };
}

/** A `feed` change about a reaction; `parent_id` is the post also when a comment is meant. */
export function reactionValue(
  post: Post,
  commentId: string | undefined,
  from: Actor | undefined,
  reaction: { type: string; verb: ReactionVerb; at: number },
) {
  return {
    from,
    parent_id: post.id,
    post_id: post.id,
    comment_id: commentId,
    created_time: seconds(reaction.at),
    item: 'reaction',
    reaction_type: reaction.type,
    verb: reaction.verb,
  };
}

/** One element of `messaging`: who to whom, when (epoch ms), and what under the key that names the event. */
export function messagingItem(senderId: string, recipientId: string, timestamp: number, event: object) {
  return { sender: { id: senderId }, recipient: { id: recipientId }, timestamp, ...event };
}
