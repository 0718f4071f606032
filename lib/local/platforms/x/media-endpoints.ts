import * as z from 'zod/mini';
import type { Media, MediaState } from './media.ts';
import { type Category, categories, hasExpired, isOfType } from './media-rules.ts';
import { type Answer, invalidRequest, notFound, Problem } from './problems.ts';
import { type Call, param, type Route } from './route.ts';
import { mediaKey } from './v2-objects.ts';
import { parseBody } from './validation.ts';
import type { World } from './world.ts';

const LIFETIME_SECONDS = 86_400;
const LARGEST_SEGMENT = 5 * 1024 * 1024;

const InitializeSchema = z.strictObject({
  media_type: z.string(),
  total_bytes: z.int().check(z.gt(0)),
  media_category: z.enum(['tweet_image', 'tweet_video', 'tweet_gif', 'dm_image', 'dm_video', 'dm_gif']),
  shared: z.optional(z.boolean()),
  additional_owners: z.optional(z.array(z.string())),
});
const SegmentSchema = z.object({
  segment_index: z.string().check(z.regex(/^[0-9]{1,3}$/)),
  media: z.instanceof(Blob),
});

export const mediaRoutes: Route[] = [
  { endpoint: 'POST /2/media/upload/initialize', auth: 'user', handle: initialize },
  { endpoint: 'POST /2/media/upload/:id/append', auth: 'user', handle: append },
  { endpoint: 'POST /2/media/upload/:id/finalize', auth: 'user', handle: finalize },
  { endpoint: 'GET /2/media/upload', auth: 'user', query: ['command', 'media_id'], handle: status },
];

function refuse(name: string, value: string, message: string): Problem {
  return new Problem(invalidRequest({ name, value, message }));
}

function initialize(call: Call): Answer {
  const { world } = call.platform;
  const { media_category, media_type, total_bytes } = parseBody(InitializeSchema, call.body);
  const category: Category = media_category;
  const rule: { types: readonly string[]; size: number } = categories[category];
  if (!rule.types.includes(media_type)) {
    throw refuse(
      'media_type',
      media_type,
      `$.media_type: ${media_type} does not fit the category ${category}`,
    );
  }
  if (total_bytes > rule.size) {
    throw refuse(
      'total_bytes',
      String(total_bytes),
      `$.total_bytes: must be at most ${rule.size} for ${category}`,
    );
  }
  const media: Media = {
    id: world.nextId(),
    ownerId: call.accountId,
    category,
    type: media_type,
    size: total_bytes,
    state: 'waiting',
    createdAt: world.now(),
  };
  world.media.add(media);
  return { status: 200, body: { data: described(media) } };
}

async function append(call: Call): Promise<Answer> {
  const { world } = call.platform;
  const media = upload(call, param(call, 'id'), 'waiting');
  const part = await segment(call);
  const bytes = Buffer.from(await part.media.arrayBuffer());
  if (bytes.length > LARGEST_SEGMENT) throw refuse('media', '', 'A segment holds at most 5 MB.');
  world.media.addSegment(media.id, Number(part.segment_index), bytes);
  if (world.media.segments(media.id).length > media.size) {
    throw refuse('media', '', `The segments hold more than the ${media.size} bytes announced.`);
  }
  const expires_at = Math.floor(media.createdAt / 1000) + LIFETIME_SECONDS;
  return { status: 200, body: { data: { expires_at } } };
}

async function segment(call: Call): Promise<z.infer<typeof SegmentSchema>> {
  const headers = { 'content-type': call.contentType };
  const form = await new Response(new Uint8Array(call.raw), { headers }).formData().catch(() => undefined);
  const fields = form && SegmentSchema.safeParse(Object.fromEntries(form));
  if (fields?.success) return fields.data;
  throw refuse(
    'segment_index',
    '',
    'The body must be multipart with segment_index, 0 to 999, and the file media.',
  );
}

/** Photos are ready at once; whatever moves is processed first. */
function finalize(call: Call): Answer {
  const { world } = call.platform;
  const media = upload(call, param(call, 'id'), 'waiting');
  const bytes = world.media.segments(media.id);
  if (bytes.length !== media.size) {
    throw refuse('id', media.id, `${bytes.length} bytes arrived of the ${media.size} announced.`);
  }
  const isImage = media.category.endsWith('_image');
  if (isImage && !isOfType(bytes, media.type)) throw refuse('id', media.id, `The file is not ${media.type}.`);
  const state = isImage ? 'succeeded' : 'pending';
  world.media.finish(media.id, state, bytes);
  return { status: 200, body: { data: described({ ...media, state }) } };
}

/** Each look moves the processing one step on, so that no test has to wait for it. */
function status(call: Call): Answer {
  const { world } = call.platform;
  const command = call.query.get('command') ?? '';
  if (command !== 'STATUS')
    throw refuse('command', command, 'The `command` query parameter must be [STATUS]');
  const media = upload(call, call.query.get('media_id') ?? '');
  const state = following(world, media);
  if (state !== media.state) world.media.setState(media.id, state);
  return { status: 200, body: { data: described({ ...media, state }) } };
}

function following(world: World, media: Media): MediaState {
  if (media.state === 'pending') return 'in_progress';
  if (media.state !== 'in_progress') return media.state;
  const bytes = world.media.bytes(media.id) ?? new Uint8Array();
  return isOfType(Buffer.from(bytes), media.type) ? 'succeeded' : 'failed';
}

/** An upload of the calling account, in the given state when one is asked for. */
function upload(call: Call, id: string, state?: MediaState): Media {
  const { world } = call.platform;
  const media = world.media.get(id);
  if (media?.ownerId !== call.accountId || hasExpired(world, media)) throw new Problem(notFound('media', id));
  if (state && media.state !== state) throw refuse('id', id, `The upload is ${media.state}, not ${state}.`);
  return media;
}

function described(media: Media): Record<string, unknown> {
  return {
    id: media.id,
    media_key: mediaKey(media),
    ...(media.state !== 'waiting' && { size: media.size }),
    expires_after_secs: LIFETIME_SECONDS,
    ...(!media.category.endsWith('_image') &&
      media.state !== 'waiting' && { processing_info: processing(media.state) }),
  };
}

function processing(state: MediaState): Record<string, unknown> {
  if (state === 'pending') return { state, check_after_secs: 1 };
  if (state === 'in_progress') return { state, check_after_secs: 1, progress_percent: 50 };
  if (state === 'succeeded') return { state, progress_percent: 100 };
  return {
    state,
    error: { code: 1, name: 'InvalidMedia', message: 'The file is not of the type announced.' },
  };
}
