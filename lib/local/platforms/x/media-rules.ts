import type { Media } from './media.ts';
import { mediaKind } from './v2-objects.ts';
import type { World } from './world.ts';

const MEGABYTE = 1024 * 1024;
const LIFETIME = 24 * 60 * 60_000;

/** What each category takes. Sizes in bytes. */
export const categories = {
  tweet_image: { types: ['image/jpeg', 'image/png', 'image/webp'], size: 5 * MEGABYTE },
  dm_image: { types: ['image/jpeg', 'image/png', 'image/webp'], size: 5 * MEGABYTE },
  tweet_gif: { types: ['image/gif'], size: 15 * MEGABYTE },
  dm_gif: { types: ['image/gif'], size: 15 * MEGABYTE },
  tweet_video: { types: ['video/mp4', 'video/quicktime', 'video/webm'], size: 512 * MEGABYTE },
  dm_video: { types: ['video/mp4', 'video/quicktime', 'video/webm'], size: 512 * MEGABYTE },
} as const;

export type Category = keyof typeof categories;

export function hasExpired(world: World, media: Media): boolean {
  return world.now() - media.createdAt > LIFETIME;
}

/** Kind of an upload that this account may attach to a post or a direct message; undefined when it may not. */
export function attachable(
  world: World,
  id: string,
  accountId: string,
  use: 'tweet' | 'dm',
): ReturnType<typeof mediaKind> | undefined {
  const media = world.media.get(id);
  if (media?.ownerId !== accountId || media.state !== 'succeeded' || hasExpired(world, media))
    return undefined;
  return media.category.startsWith(use) ? mediaKind(media) : undefined;
}

/** First bytes by which the formats are known, as latin1 text at an offset. */
const SIGNATURES: readonly (readonly [type: string, offset: number, text: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG'],
  ['image/webp', 8, 'WEBP'],
  ['image/gif', 0, 'GIF8'],
  ['video/mp4', 4, 'ftyp'],
  ['video/quicktime', 4, 'ftyp'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
];

/** Whether the file is of the type that was announced. */
export function isOfType(bytes: Buffer, type: string): boolean {
  return SIGNATURES.some(
    ([known, offset, text]) =>
      known === type && bytes.subarray(offset, offset + text.length).toString('latin1') === text,
  );
}
