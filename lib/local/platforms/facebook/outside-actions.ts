import * as z from 'zod/mini';
import {
  addComment,
  addPost,
  editComment,
  editPost,
  react,
  removeComment,
  removePost,
} from './feed-actions.ts';
import {
  needAcquaintance,
  needActor,
  needComment,
  needMessage,
  needOwn,
  needOwnMessage,
  needPage,
  needPost,
  needTarget,
  OutsideError,
} from './outside-find.ts';
import { booleanParam } from './params.ts';
import { FEED_REACTIONS, MESSAGE_REACTIONS } from './reactions.ts';
import {
  editMessage,
  reactToMessage,
  sendFromPerson,
  setBlocked,
  tapButton,
  unsendMessage,
} from './thread-actions.ts';
import type { World } from './world.ts';

/** Something that can be done over `POST /{name}` of the outside world: reads its body, does it, gives the ids it made. */
export type OutsideAction = (world: World, body: unknown) => object | Promise<object>;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(8_000));
const person = z.string();
const optionalId = z.optional(z.string());
const photo = z.optional(z.url());

/** Makes an action from the shape of its body. A body that does not fit is told in words. */
export function action<S extends z.ZodMiniType>(
  schema: S,
  run: (world: World, wanted: z.output<S>) => object | Promise<object>,
): OutsideAction {
  return (world, body) => {
    const parsed = z.safeParse(schema, body);
    if (parsed.success) return run(world, parsed.data);
    throw new OutsideError(`The request does not fit: ${z.prettifyError(parsed.error)}`);
  };
}

/** What a person does on a page. */
export const feedActions: Record<string, OutsideAction> = {
  comments: action(
    z.object({ person, postId: optionalId, commentId: optionalId, text, photo }),
    (world, wanted) => {
      const target = needTarget(world, wanted.postId, wanted.commentId);
      const content = { message: wanted.text, photo: wanted.photo };
      const { id, postId, parentId } = addComment(
        world,
        needActor(world, wanted.person),
        target,
        content,
      ).done;
      return { id, postId, parentId };
    },
  ),
  'comments/edit': action(z.object({ person, commentId: z.string(), text }), (world, wanted) => {
    const comment = needComment(world, wanted.commentId);
    needOwn(comment.authorId === needActor(world, wanted.person).id);
    return { id: editComment(world, comment, wanted.text).done.id };
  }),
  'comments/delete': action(z.object({ person, commentId: z.string() }), (world, wanted) => {
    const comment = needComment(world, wanted.commentId);
    needOwn(comment.authorId === needActor(world, wanted.person).id);
    return { id: removeComment(world, comment).done.id };
  }),
  posts: action(z.object({ person, pageId: z.string(), text, photo }), (world, wanted) => {
    const page = needPage(world, wanted.pageId);
    const author = needActor(world, wanted.person);
    const kind = author.id === page.id ? 'status' : 'post';
    const photos = wanted.photo === undefined ? [] : [wanted.photo];
    const post = { pageId: page.id, authorId: author.id, message: wanted.text, kind, photos } as const;
    return { id: addPost(world, post).done.id };
  }),
  'posts/edit': action(z.object({ person, postId: z.string(), text }), (world, wanted) => {
    const post = needPost(world, wanted.postId);
    needOwn(post.authorId === needActor(world, wanted.person).id);
    return { id: editPost(world, post, wanted.text).done.id };
  }),
  'posts/delete': action(z.object({ person, postId: z.string() }), (world, wanted) => {
    const post = needPost(world, wanted.postId);
    needOwn(post.authorId === needActor(world, wanted.person).id);
    return { id: removePost(world, post).done.id };
  }),
  reactions: action(
    z.object({
      person,
      postId: optionalId,
      commentId: optionalId,
      mid: optionalId,
      reaction: z.nullable(z.string()),
    }),
    (world, wanted) => {
      const reaction = wanted.reaction || null;
      const known = wanted.mid === undefined ? FEED_REACTIONS : MESSAGE_REACTIONS;
      if (reaction !== null && !Object.hasOwn(known, reaction)) {
        throw new OutsideError(
          `There is no reaction ${reaction}. Take one of ${Object.keys(known).join(', ')}.`,
        );
      }
      if (wanted.mid !== undefined) {
        const message = needMessage(world, wanted.mid);
        reactToMessage(world, needAcquaintance(world, message.pageId, wanted.person), message.mid, reaction);
        return { id: message.mid, reaction };
      }
      const target = needTarget(world, wanted.postId, wanted.commentId);
      react(world, needActor(world, wanted.person), target, reaction);
      return { id: target.id, reaction };
    },
  ),
};

/** What a person does in Messenger. */
export const threadActions: Record<string, OutsideAction> = {
  messages: action(
    z.object({
      person,
      pageId: z.string(),
      text: z.optional(text),
      attachments: z.optional(
        z
          .array(z.object({ type: z.enum(['image', 'audio', 'video', 'file']), url: z.url() }))
          .check(z.minLength(1)),
      ),
      replyTo: optionalId,
      quickReplyPayload: optionalId,
    }),
    (world, wanted) => {
      const from = needAcquaintance(world, wanted.pageId, wanted.person);
      if (wanted.text === undefined && !wanted.attachments)
        throw new OutsideError('A message needs text or attachments.');
      const attachments = wanted.attachments?.map(({ type, url }) => ({ type, payload: { url } }));
      const { replyTo, quickReplyPayload } = wanted;
      const extras = { attachments, replyTo, quickReplyPayload };
      return { mid: sendFromPerson(world, from, { text: wanted.text, extras }).mid, psid: from.psid };
    },
  ),
  'messages/edit': action(z.object({ person, mid: z.string(), text }), (world, wanted) => {
    const own = needOwnMessage(world, wanted.mid, wanted.person);
    editMessage(world, own.person, own.message, wanted.text);
    return { mid: own.message.mid };
  }),
  'messages/delete': action(z.object({ person, mid: z.string() }), (world, wanted) => {
    const own = needOwnMessage(world, wanted.mid, wanted.person);
    unsendMessage(world, own.person, own.message);
    return { mid: own.message.mid };
  }),
  postbacks: action(
    z.object({ person, pageId: z.string(), title: z.string(), payload: z.string() }),
    (world, { title, payload, ...wanted }) => {
      const from = needAcquaintance(world, wanted.pageId, wanted.person);
      return { mid: tapButton(world, from, { title, payload }), psid: from.psid };
    },
  ),
  blocks: action(z.object({ person, pageId: z.string(), blocked: booleanParam }), (world, wanted) => {
    const from = needAcquaintance(world, wanted.pageId, wanted.person);
    setBlocked(world, from, wanted.blocked);
    return { psid: from.psid, blocked: wanted.blocked };
  }),
};
