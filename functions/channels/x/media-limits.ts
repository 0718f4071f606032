import type { Media } from '../sending.ts';

/** What X tells apart: photos come in fours, a moving picture or a film comes alone. */
export type MediaKind = 'image' | 'gif' | 'video';

const MEGABYTE = 1024 * 1024;

/** docs.x.com, media: types that X takes, and their largest size in bytes. */
const KINDS: Readonly<Record<MediaKind, { types: readonly string[]; bytes: number }>> = {
  image: { types: ['image/jpeg', 'image/png', 'image/webp'], bytes: 5 * MEGABYTE },
  gif: { types: ['image/gif'], bytes: 15 * MEGABYTE },
  video: { types: ['video/mp4', 'video/quicktime', 'video/webm'], bytes: 512 * MEGABYTE },
};
const NAMES = ['image', 'gif', 'video'] as const;

/** How many attachments a post or a private message takes at most. */
export const MOST_MEDIA = { public: 4, private: 1 } as const;

/** Undefined when X takes no such file. */
export function kindOf({ contentType }: Pick<Media, 'contentType'>): MediaKind | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return NAMES.find((kind) => KINDS[kind].types.includes(type));
}

export function isOfFittingSize(bytes: Uint8Array, kind: MediaKind): boolean {
  return bytes.length > 0 && bytes.length <= KINDS[kind].bytes;
}
