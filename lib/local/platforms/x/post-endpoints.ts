import * as z from 'zod/mini';
import { publish, unpublish } from './acts.ts';
import { chosen, postFields, postQuery } from './fields.ts';
import { postIncludes } from './includes.ts';
import { attachable } from './media-rules.ts';
import { hasSummoned, renderPost } from './post-source.ts';
import type { Post } from './posts.ts';
import {
  type Answer,
  clientForbidden,
  duplicatePost,
  forbidden,
  invalidRequest,
  notFound,
  notFoundError,
  notSummoned,
  Problem,
  parentGone,
} from './problems.ts';
import { type Call, ownId, param, type Route } from './route.ts';
import { weightedLength } from './text.ts';
import { v2Post } from './v2-objects.ts';
import { IdSchema, parseBody } from './validation.ts';
import type { World } from './world.ts';

/** How long the answer waits for the webhook about the same post, in milliseconds. */
const PATIENCE = 1_500;

/** Keys that this X has no use for, such as polls and places, are refused like any unknown one. */
const NewPostSchema = z.strictObject({
  text: z.optional(z.string()),
  reply: z.optional(
    z.strictObject({
      in_reply_to_tweet_id: IdSchema,
      exclude_reply_user_ids: z.optional(z.array(IdSchema)),
      auto_populate_reply_metadata: z.optional(z.boolean()),
    }),
  ),
  media: z.optional(z.strictObject({ media_ids: z.array(IdSchema).check(z.minLength(1), z.maxLength(4)) })),
  quote_tweet_id: z.optional(IdSchema),
  reply_settings: z.optional(z.enum(['following', 'mentionedUsers', 'subscribers', 'verified'])),
});
const HiddenSchema = z.strictObject({ hidden: z.boolean() });
const LikeSchema = z.strictObject({ tweet_id: IdSchema });

export const postRoutes: Route[] = [
  { endpoint: 'POST /2/tweets', auth: 'user', handle: create },
  { endpoint: 'GET /2/tweets/:id', auth: 'any', query: postQuery, handle: look },
  { endpoint: 'DELETE /2/tweets/:id', auth: 'user', handle: remove },
  { endpoint: 'PUT /2/tweets/:id/hidden', auth: 'user', handle: hide },
  { endpoint: 'POST /2/users/:id/likes', auth: 'user', handle: like },
  { endpoint: 'DELETE /2/users/:id/likes/:post', auth: 'user', handle: unlike },
];

async function create(call: Call): Promise<Answer> {
  const { platform, accountId } = call;
  const { world, deliveries } = platform;
  const body = parseBody(NewPostSchema, call.body);
  const text = (body.text ?? '').normalize('NFC').trim();
  const media = body.media?.media_ids ?? [];
  checkText(world, text, media.length > 0);
  checkMedia(world, media, accountId);
  if (body.quote_tweet_id !== undefined) checkQuote(world, body.quote_tweet_id);
  if (body.reply) checkReply(world, body.reply.in_reply_to_tweet_id, accountId);
  checkDuplicate(world, text, accountId);
  const { post, sent } = publish(platform, {
    authorId: accountId,
    text,
    media,
    replyTo: body.reply?.in_reply_to_tweet_id,
    quotes: body.quote_tweet_id,
    address: body.reply?.auto_populate_reply_metadata ?? true,
    exclude: body.reply?.exclude_reply_user_ids,
  });
  if (world.settings.ownEventFirst) await deliveries.tried(sent, PATIENCE);
  const data = { id: post.id, text: renderPost(world, post).text, edit_history_tweet_ids: [post.id] };
  return { status: 201, body: { data } };
}

function checkText(world: World, text: string, hasMedia: boolean): void {
  const bad = (message: string) =>
    new Problem(invalidRequest({ name: 'text', value: text, message: `$.text: ${message}` }));
  if (text === '' && !hasMedia) throw bad('must not be empty when no media is attached');
  const weight = weightedLength(text);
  const limit = world.settings.textLimit;
  if (weight > limit) throw bad(`is too long, ${weight} of at most ${limit} weighted characters`);
}

function checkMedia(world: World, ids: readonly string[], accountId: string): void {
  const kinds = ids.map((id) => attachable(world, id, accountId, 'tweet'));
  const alone = kinds.some((kind) => kind !== undefined && kind !== 'photo');
  const wrong = ids.find((_, index) => kinds[index] === undefined);
  if (wrong === undefined && !(alone && ids.length > 1)) return;
  const value = wrong ?? ids.join(',');
  throw new Problem(
    invalidRequest({ name: 'media.media_ids', value, message: 'Your media IDs are invalid.' }),
  );
}

/** Self-serve tiers lost quote posts in April 2026. */
function checkQuote(world: World, id: string): void {
  if (!world.settings.enterprise) throw new Problem(clientForbidden);
  if (!visible(world, id))
    throw new Problem(forbidden('You attempted to quote a Tweet that is deleted or not visible to you.'));
}

function checkReply(world: World, id: string, accountId: string): void {
  const target = visible(world, id);
  if (!target || world.people.blocks(target.authorId, accountId)) throw new Problem(parentGone);
  if (!world.settings.enterprise && !hasSummoned(world, target, accountId)) throw new Problem(notSummoned);
}

function checkDuplicate(world: World, text: string, accountId: string): void {
  const since = world.now() - world.settings.duplicateWindow;
  const same = world.posts.since(accountId, since).some((post) => post.text === text && text !== '');
  if (same) throw new Problem(duplicatePost);
}

function visible(world: World, id: string): Post | undefined {
  const post = world.posts.get(id);
  return post?.deleted ? undefined : post;
}

/** A post that is not there is an error inside an answer 200, as look-ups on X have it. */
function look(call: Call): Answer {
  const { world } = call.platform;
  const id = param(call, 'id');
  const post = visible(world, id);
  if (!post) return { status: 200, body: { errors: [notFoundError('tweet', 'id', id)] } };
  const data = chosen(v2Post(world, post), postFields, call.query);
  const includes = postIncludes(world, [post], call.query);
  return { status: 200, body: { data, ...(includes && { includes }) } };
}

function remove(call: Call): Answer {
  const { world } = call.platform;
  const id = param(call, 'id');
  const post = visible(world, id);
  if (!post) return notFound('tweet', id);
  if (post.authorId !== call.accountId) return forbidden('You are not authorized to delete this Tweet.');
  unpublish(call.platform, post);
  return { status: 200, body: { data: { deleted: true } } };
}

function hide(call: Call): Answer {
  const { world } = call.platform;
  const { hidden } = parseBody(HiddenSchema, call.body);
  const id = param(call, 'id');
  const post = visible(world, id);
  if (!post) return notFound('tweet', id);
  const root = world.posts.get(post.conversationId);
  if (!post.replyTo || root?.authorId !== call.accountId) {
    return forbidden('You can only hide replies in a conversation that you started.');
  }
  world.posts.setHidden(id, hidden);
  return { status: 200, body: { data: { hidden } } };
}

/** Self-serve tiers lost likes in April 2026. */
function like(call: Call): Answer {
  const { world } = call.platform;
  const personId = ownId(call);
  if (!world.settings.enterprise) return clientForbidden;
  const postId = parseBody(LikeSchema, call.body).tweet_id;
  if (!visible(world, postId)) return notFound('tweet', postId);
  world.posts.like({ id: world.nextId(), postId, personId, createdAt: world.now() });
  return { status: 200, body: { data: { liked: true } } };
}

function unlike(call: Call): Answer {
  const { world } = call.platform;
  const personId = ownId(call);
  if (!world.settings.enterprise) return clientForbidden;
  world.posts.unlike(param(call, 'post'), personId);
  return { status: 200, body: { data: { liked: false } } };
}
