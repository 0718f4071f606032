import * as z from 'zod/mini';
import { Listing } from './comments.ts';
import { badParameter, graphError } from './errors.ts';
import { numberOf } from './events.ts';
import { findPost, type Post, postsOfPage } from './feed.ts';
import { addPost, editPost, removePost } from './feed-actions.ts';
import { parseFields, selectFields } from './fields.ts';
import { checkFetchable, checkLength, type GraphAnswer, type GraphCall } from './graph-call.ts';
import { postNode } from './nodes.ts';
import { booleanParam, jsonParam, numberParam, readParams, urlParam } from './params.ts';
import type { Page } from './people.ts';

const POST_LENGTH = 63_206;
const MINUTE_S = 60;
const DAY_S = 86_400;

const NewPost = z.object({
  message: z.optional(z.string()),
  link: z.optional(urlParam),
  published: z.optional(booleanParam),
  scheduled_publish_time: z.optional(numberParam),
});
const Staged = z.object({ media_fbid: z.string() });
const Media = jsonParam(z.union([Staged, z.array(Staged)]));
const Upload = z.object({
  url: z.optional(urlParam),
  file_url: z.optional(urlParam),
  source: z.optional(z.object({ size: z.number() })),
  message: z.optional(z.string()),
  caption: z.optional(z.string()),
  description: z.optional(z.string()),
  published: z.optional(booleanParam),
});

/** POST /{page-id}/feed: a text or link post, perhaps with staged photos, now or at a time. */
export function createPost(call: GraphCall, page: Page): GraphAnswer {
  const wanted = readParams(NewPost, call.params);
  checkLength('message', wanted.message, POST_LENGTH);
  const photos = attachedPhotos(call, page);
  const message = wanted.message?.trim() ? wanted.message : null;
  if (message === null && !wanted.link && photos.length === 0) {
    throw badParameter('The post is empty. Please enter a message to share.');
  }
  const publishAt = publishTime(call, wanted.scheduled_publish_time, wanted.published);
  const link = wanted.link ?? null;
  if (isLikeLast(call, page, { message, link, photos })) throw graphError('duplicatePost');
  const { done, told } = addPost(call.world, {
    pageId: page.id,
    authorId: page.id,
    kind: wanted.link ? 'share' : 'status',
    message,
    link,
    photos,
    published: wanted.published ?? true,
    publishAt,
  });
  return { body: { id: done.id }, told };
}

/** A schedule needs `published=false` and a time between 10 minutes and 75 days from now, in unix seconds. */
function publishTime(
  call: GraphCall,
  time: number | undefined,
  published: boolean | undefined,
): number | null {
  if (time === undefined) return null;
  const ahead = time - call.world.now() / 1000;
  if (published !== false || !(ahead >= 10 * MINUTE_S && ahead <= 75 * DAY_S)) {
    throw badParameter('The specified scheduled publish time is invalid.');
  }
  return time * 1000;
}

/** Meta refuses a post that repeats the page's last one word for word. */
function isLikeLast(call: GraphCall, page: Page, post: Pick<Post, 'message' | 'link' | 'photos'>): boolean {
  const isFeedPost = ({ kind, authorId }: Post) =>
    authorId === page.id && (kind === 'status' || kind === 'share');
  const last = postsOfPage(call.world.memory, page.id).find(isFeedPost);
  return (
    last !== undefined &&
    last.message === post.message &&
    last.link === post.link &&
    last.photos.join(' ') === post.photos.join(' ')
  );
}

/** The addresses of staged photos, named as `attached_media[0]`, `attached_media[1]`, … or as one list. */
function attachedPhotos(call: GraphCall, page: Page): string[] {
  const named = Object.entries(call.params).filter(([name]) => /^attached_media(\[\d+\])?$/.test(name));
  return named.flatMap(([, value]) => {
    const media = readParams(Media, value);
    return [media].flat().flatMap(({ media_fbid }) => {
      const photo = findPost(call.world.memory, `${page.id}_${media_fbid}`);
      if (photo?.kind !== 'photo')
        throw badParameter('Param attached_media names a photo that does not exist');
      return photo.photos;
    });
  });
}

/** POST /{page-id}/photos: publishes a photo, or with `published=false` stages it for a post. */
export function createPhoto(call: GraphCall, page: Page): GraphAnswer {
  const wanted = readParams(Upload, call.params);
  if (!wanted.url && !wanted.source) throw badParameter('Missing or invalid image file');
  const { done, told } = addMedia(call, page, 'photo', wanted.url, wanted);
  const id = numberOf(done.id);
  return { body: wanted.published === false ? { id } : { id, post_id: done.id }, told };
}

/** POST /{page-id}/videos. */
export function createVideo(call: GraphCall, page: Page): GraphAnswer {
  const wanted = readParams(Upload, call.params);
  if (!wanted.file_url && !wanted.source) throw badParameter('Missing or invalid video file');
  const { done, told } = addMedia(call, page, 'video', wanted.file_url, wanted);
  return { body: { id: numberOf(done.id) }, told };
}

function addMedia(
  call: GraphCall,
  page: Page,
  kind: 'photo' | 'video',
  url: string | undefined,
  wanted: z.infer<typeof Upload>,
) {
  if (url) checkFetchable(url);
  const message = wanted.message ?? wanted.caption ?? wanted.description ?? null;
  checkLength('message', message ?? undefined, POST_LENGTH);
  return addPost(call.world, {
    pageId: page.id,
    authorId: page.id,
    kind,
    message,
    link: kind === 'video' ? (url ?? null) : null,
    photos: kind === 'photo' && url ? [url] : [],
    published: wanted.published ?? true,
  });
}

/** POST /{post-id}: edits our own post. */
export function changePost(call: GraphCall, post: Post): GraphAnswer {
  const { message } = readParams(NewPost, call.params);
  if (message === undefined) return { body: { success: true } };
  if (post.authorId !== call.page.id) throw graphError('permission');
  checkLength('message', message, POST_LENGTH);
  return { body: { success: true }, told: editPost(call.world, post, message).told };
}

export function deletePost(call: GraphCall, post: Post): GraphAnswer {
  return { body: { success: true }, told: removePost(call.world, post).told };
}

export function readPost(call: GraphCall, post: Post): GraphAnswer {
  const { fields } = readParams(Listing, call.params);
  return { body: selectFields(postNode(call.world, post), parseFields(fields)) };
}
