import * as z from 'zod/mini';
import { badParameter, graphError } from './errors.ts';
import { type Comment, findPost, type Post } from './feed.ts';
import { addComment, editComment, hideComment, react, removeComment } from './feed-actions.ts';
import { parseFields, selectEdge, selectFields } from './fields.ts';
import { checkFetchable, checkLength, type GraphAnswer, type GraphCall } from './graph-call.ts';
import { commentEdge, commentNode } from './nodes.ts';
import { booleanParam, readParams, urlParam } from './params.ts';

const COMMENT_LENGTH = 8_000;
const SUCCESS = { success: true };

const NewComment = z.object({
  message: z.optional(z.string()),
  attachment_url: z.optional(urlParam),
  attachment_share_url: z.optional(urlParam),
  attachment_id: z.optional(z.string()),
});
const CommentChange = z.object({ message: z.optional(z.string()), is_hidden: z.optional(booleanParam) });
export const Listing = z.object({
  fields: z.optional(z.string()),
  limit: z.optional(z.string()),
  after: z.optional(z.string()),
  order: z.optional(z.enum(['chronological', 'reverse_chronological'])),
  filter: z.optional(z.enum(['toplevel', 'stream'])),
  since: z.optional(z.string()),
});

/** The arguments of a listing without those that were not given. */
export function listingArgs(listing: z.infer<typeof Listing>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(listing).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** POST /{comment-or-post}/comments: the page comments or replies. */
export function createComment(call: GraphCall, target: Post | Comment): GraphAnswer {
  const wanted = readParams(NewComment, call.params);
  checkLength('message', wanted.message, COMMENT_LENGTH);
  const photo =
    wanted.attachment_url ?? wanted.attachment_share_url ?? stagedPhoto(call, wanted.attachment_id);
  if (!wanted.message?.trim() && !photo) throw badParameter('Param message must be a non-empty string');
  if (photo) checkFetchable(photo);
  const { done, told } = addComment(call.world, call.page, target, { message: wanted.message, photo });
  return { body: { id: done.id }, told };
}

function stagedPhoto(call: GraphCall, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const photo = findPost(call.world.memory, `${call.page.id}_${id}`);
  if (photo?.kind !== 'photo') throw graphError('attachmentNotOwned');
  return photo.photos[0];
}

/** POST /{comment-id}: hides or shows somebody's comment, or edits our own. Unknown parameters do nothing and succeed. */
export function changeComment(call: GraphCall, comment: Comment): GraphAnswer {
  const change = readParams(CommentChange, call.params);
  const isOurs = comment.authorId === call.page.id;
  const told: Promise<void>[] = [];
  if (change.is_hidden !== undefined) {
    if (isOurs) throw graphError('permission');
    told.push(hideComment(call.world, comment, change.is_hidden).told);
  }
  if (change.message !== undefined) {
    if (!isOurs) throw graphError('permission');
    checkLength('message', change.message, COMMENT_LENGTH);
    if (!change.message.trim()) throw badParameter('Param message must be a non-empty string');
    told.push(editComment(call.world, comment, change.message).told);
  }
  return { body: SUCCESS, told: Promise.all(told).then(() => {}) };
}

export function deleteComment(call: GraphCall, comment: Comment): GraphAnswer {
  return { body: SUCCESS, told: removeComment(call.world, comment).told };
}

export function likeObject(call: GraphCall, target: Post | Comment): GraphAnswer {
  return { body: SUCCESS, told: react(call.world, call.page, target, 'like').told };
}

export function unlikeObject(call: GraphCall, target: Post | Comment): GraphAnswer {
  return { body: SUCCESS, told: react(call.world, call.page, target, null).told };
}

export function readComment(call: GraphCall, comment: Comment): GraphAnswer {
  const { fields } = readParams(Listing, call.params);
  return { body: selectFields(commentNode(call.world, comment), parseFields(fields)) };
}

/** GET /{comment-or-post}/comments. */
export function listComments(call: GraphCall, target: Post | Comment): GraphAnswer {
  const listing = readParams(Listing, call.params);
  const args = listingArgs(listing);
  return { body: selectEdge(commentEdge(call.world, target, args), parseFields(listing.fields), args) };
}
