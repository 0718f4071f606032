import { type CommentVerb, commentValue, type PostVerb, postValue, reactionValue } from './events.ts';
import {
  type Comment,
  commentsOfPost,
  duePosts,
  findComment,
  findPost,
  insertComment,
  insertPost,
  type NewPost,
  type Post,
  repliesOf,
  setReaction,
} from './feed.ts';
import { existing } from './memory.ts';
import { type Actor, findActor, noteAction } from './people.ts';
import type { World } from './world.ts';

/** What was done, and a promise that resolves once the desk was told for the first time, or could not be. */
export interface Told<T> {
  done: T;
  told: Promise<void>;
}

/** Comments on a post or a comment. An answer to a reply hangs under its top-level comment: Facebook has two levels. */
export function addComment(
  world: World,
  author: Actor,
  target: Post | Comment,
  content: { message?: string; photo?: string },
): Told<Comment> {
  const parent = 'postId' in target ? target : undefined;
  const comment = insertComment(world.memory, {
    postId: parent?.postId ?? target.id,
    pageId: target.pageId,
    parentId: parent ? (parent.parentId ?? parent.id) : null,
    authorId: author.id,
    message: content.message || null,
    photo: content.photo ?? null,
    createdAt: world.now(),
  });
  noteAction(world.memory, comment.pageId, author.id, comment.createdAt);
  return { done: comment, told: tellComment(world, comment, 'add') };
}

export function editComment(world: World, comment: Comment, message: string): Told<Comment> {
  world.memory.run(
    'UPDATE comment SET message = ?, editedAt = ? WHERE id = ?',
    message,
    world.now(),
    comment.id,
  );
  const edited = existing(findComment(world.memory, comment.id));
  return { done: edited, told: tellComment(world, edited, 'edited') };
}

/** Hiding twice is a success that nobody hears of. */
export function hideComment(world: World, comment: Comment, hidden: boolean): Told<Comment> {
  if (comment.hidden === hidden) return { done: comment, told: Promise.resolve() };
  world.memory.run('UPDATE comment SET hidden = ? WHERE id = ?', hidden ? 1 : 0, comment.id);
  return { done: { ...comment, hidden }, told: tellComment(world, comment, hidden ? 'hide' : 'unhide') };
}

/** Takes a comment away with the replies under it; only the comment itself is told. */
export function removeComment(world: World, comment: Comment): Told<Comment> {
  const told = tellComment(world, comment, 'remove');
  for (const { id } of [comment, ...repliesOf(world.memory, comment.id)]) {
    world.memory.run('UPDATE comment SET deleted = 1 WHERE id = ?', id);
  }
  return { done: { ...comment, deleted: true }, told };
}

/** Posts on a page: the page itself, or a visitor. An unpublished post is told when it is published. */
export function addPost(world: World, post: Omit<NewPost, 'createdAt'>): Told<Post> {
  const done = insertPost(world.memory, { ...post, createdAt: world.now() });
  noteAction(world.memory, done.pageId, done.authorId, done.createdAt);
  return { done, told: done.published ? tellPost(world, done, 'add') : Promise.resolve() };
}

/** A visitor's edit comes with another verb than the page's own. */
export function editPost(world: World, post: Post, message: string): Told<Post> {
  world.memory.run('UPDATE post SET message = ?, editedAt = ? WHERE id = ?', message, world.now(), post.id);
  const done = existing(findPost(world.memory, post.id));
  return { done, told: tellPost(world, done, post.kind === 'post' ? 'edit' : 'edited') };
}

export function removePost(world: World, post: Post): Told<Post> {
  const told = tellPost(world, post, 'remove');
  for (const { id } of commentsOfPost(world.memory, post.id)) {
    world.memory.run('UPDATE comment SET deleted = 1 WHERE id = ?', id);
  }
  world.memory.run('UPDATE post SET deleted = 1 WHERE id = ?', post.id);
  return { done: { ...post, deleted: true }, told };
}

/** Publishes what was scheduled for a time that has come. */
export function publishDuePosts(world: World): void {
  for (const post of duePosts(world.memory, world.now())) {
    world.memory.run('UPDATE post SET published = 1, createdAt = publishAt WHERE id = ?', post.id);
    void tellPost(world, existing(findPost(world.memory, post.id)), 'add');
  }
}

/** Sets, changes or (with null) takes away an actor's reaction to a post or comment. */
export function react(
  world: World,
  actor: Actor,
  target: Post | Comment,
  type: string | null,
): Told<string | null> {
  const before = setReaction(world.memory, target.id, actor.id, type);
  const at = world.now();
  const reaction = type ?? before;
  if (reaction === undefined || before === type) return { done: type, told: Promise.resolve() };
  if (type !== null) noteAction(world.memory, target.pageId, actor.id, at);
  const verb = type === null ? 'remove' : before === undefined ? 'add' : 'edit';
  const comment = 'postId' in target ? target : undefined;
  const post = existing(findPost(world.memory, comment?.postId ?? target.id));
  const item = reactionValue(post, comment?.id, author(world, post, actor.id), { type: reaction, verb, at });
  return { done: type, told: tellFeed(world, post.pageId, item) };
}

function tellComment(world: World, comment: Comment, verb: CommentVerb): Promise<void> {
  const post = existing(findPost(world.memory, comment.postId));
  return tellFeed(
    world,
    post.pageId,
    commentValue(post, comment, author(world, post, comment.authorId), verb),
  );
}

function tellPost(world: World, post: Post, verb: PostVerb): Promise<void> {
  return tellFeed(world, post.pageId, postValue(post, author(world, post, post.authorId), verb));
}

/** `from` as the desk may see it: without the permission or for privacy, Meta leaves people out. */
function author(world: World, post: Post, id: string): Actor | undefined {
  return world.deliveries.modes.anonymous && id !== post.pageId ? undefined : findActor(world.memory, id);
}

function tellFeed(world: World, pageId: string, value: object): Promise<void> {
  return world.deliveries.push({ pageId, kind: 'changes', item: { value, field: 'feed' } });
}
