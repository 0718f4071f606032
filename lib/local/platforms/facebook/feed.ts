import * as z from 'zod/mini';
import { existing, flag, json, type Memory } from './memory.ts';

const PostRow = z.object({
  id: z.string(),
  pageId: z.string(),
  authorId: z.string(),
  /** The `item` that its webhook carries; `post` is a visitor's. */
  kind: z.enum(['status', 'photo', 'video', 'share', 'post']),
  message: z.nullable(z.string()),
  link: z.nullable(z.string()),
  photos: json(z.array(z.string())),
  createdAt: z.number(),
  editedAt: z.nullable(z.number()),
  published: flag,
  publishAt: z.nullable(z.number()),
  deleted: flag,
  privateReplyMid: z.nullable(z.string()),
});
const CommentRow = z.object({
  id: z.string(),
  postId: z.string(),
  pageId: z.string(),
  /** The top-level comment that this one answers; null when it is one. */
  parentId: z.nullable(z.string()),
  authorId: z.string(),
  message: z.nullable(z.string()),
  photo: z.nullable(z.string()),
  createdAt: z.number(),
  editedAt: z.nullable(z.number()),
  hidden: flag,
  deleted: flag,
  privateReplyMid: z.nullable(z.string()),
});
const ReactionRow = z.object({ objectId: z.string(), actorId: z.string(), type: z.string() });

export type Post = z.infer<typeof PostRow>;
export type Comment = z.infer<typeof CommentRow>;
export type Reaction = z.infer<typeof ReactionRow>;
export type NewPost = Pick<Post, 'pageId' | 'authorId' | 'kind' | 'createdAt'> & Partial<Post>;
export type NewComment = Pick<Comment, 'postId' | 'pageId' | 'authorId' | 'createdAt'> & Partial<Comment>;

/** A number as Meta gives to feed objects: 18 digits. */
export const newObjectNumber = (memory: Memory): string =>
  `1221${String(memory.nextNumber()).padStart(14, '0')}`;

/** The live post with this id; deleted ones are gone for every caller. */
export const findPost = (memory: Memory, id: string): Post | undefined =>
  memory.one(PostRow, 'SELECT * FROM post WHERE id = ? AND deleted = 0', id);

export const findComment = (memory: Memory, id: string): Comment | undefined =>
  memory.one(CommentRow, 'SELECT * FROM comment WHERE id = ? AND deleted = 0', id);

/** Posts on a page, newest first. */
export const postsOfPage = (memory: Memory, pageId: string): Post[] =>
  memory.all(
    PostRow,
    'SELECT * FROM post WHERE pageId = ? AND deleted = 0 ORDER BY createdAt DESC, rowid DESC',
    pageId,
  );

/** Every comment under a post, replies too, oldest first. */
export const commentsOfPost = (memory: Memory, postId: string): Comment[] =>
  memory.all(
    CommentRow,
    'SELECT * FROM comment WHERE postId = ? AND deleted = 0 ORDER BY createdAt, rowid',
    postId,
  );

export const repliesOf = (memory: Memory, commentId: string): Comment[] =>
  memory.all(
    CommentRow,
    'SELECT * FROM comment WHERE parentId = ? AND deleted = 0 ORDER BY createdAt, rowid',
    commentId,
  );

export const duePosts = (memory: Memory, now: number): Post[] =>
  memory.all(PostRow, 'SELECT * FROM post WHERE published = 0 AND deleted = 0 AND publishAt <= ?', now);

/** Stores a post under its given id or a new one. */
export function insertPost(memory: Memory, post: NewPost): Post {
  const id = post.id ?? `${post.pageId}_${newObjectNumber(memory)}`;
  memory.run(
    'INSERT INTO post (id, pageId, authorId, kind, message, link, photos, createdAt, published, publishAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    post.pageId,
    post.authorId,
    post.kind,
    post.message ?? null,
    post.link ?? null,
    JSON.stringify(post.photos ?? []),
    post.createdAt,
    post.published === false ? 0 : 1,
    post.publishAt ?? null,
  );
  return existing(findPost(memory, id));
}

/** Stores a comment under a new id: the post's number, an underscore, its own. */
export function insertComment(memory: Memory, comment: NewComment): Comment {
  const id = `${comment.postId.split('_')[1]}_889${memory.nextNumber()}`;
  memory.run(
    'INSERT INTO comment (id, postId, pageId, parentId, authorId, message, photo, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    comment.postId,
    comment.pageId,
    comment.parentId ?? null,
    comment.authorId,
    comment.message ?? null,
    comment.photo ?? null,
    comment.createdAt,
  );
  return existing(findComment(memory, id));
}

/** Reactions to one object, in the order in which they came. */
export const reactionsTo = (memory: Memory, objectId: string): Reaction[] =>
  memory.all(ReactionRow, 'SELECT * FROM reaction WHERE objectId = ? ORDER BY rowid', objectId);

/** Sets an actor's reaction, or takes it away with null; returns what it was before. */
export function setReaction(
  memory: Memory,
  objectId: string,
  actorId: string,
  type: string | null,
): string | undefined {
  const before = reactionsTo(memory, objectId).find((reaction) => reaction.actorId === actorId)?.type;
  if (type === null) memory.run('DELETE FROM reaction WHERE objectId = ? AND actorId = ?', objectId, actorId);
  else memory.run('INSERT OR REPLACE INTO reaction VALUES (?, ?, ?)', objectId, actorId, type);
  return before;
}
