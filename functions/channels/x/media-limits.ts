import type { Visibility } from '../../domain/message.ts';
import type { MediaFile, Refusal } from '../sending.ts';
import { refusals } from './refusals.ts';

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
const MOST_MEDIA = { public: 4, private: 1 } as const;

/** Undefined when X takes no such file. */
export function kindOf({ contentType }: Pick<MediaFile, 'contentType'>): MediaKind | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return NAMES.find((kind) => KINDS[kind].types.includes(type));
}

export function isOfFittingSize({ length }: { length: number }, kind: MediaKind): boolean {
  return length > 0 && length <= KINDS[kind].bytes;
}

/** Why X would not take these files together, or one of them at all; undefined when it would. */
export function againstMedia(files: MediaFile[], visibility: Visibility): Refusal | undefined {
  const kinds = files.map(kindOf);
  const isRefused = files.some(({ size }, index) => {
    const kind = kinds[index];
    return kind === undefined || (size !== undefined && !isOfFittingSize({ length: size }, kind));
  });
  if (isRefused) return refusals.mediaRefused;
  const isAlone = kinds.some((kind) => kind !== 'image');
  return files.length > (isAlone ? 1 : MOST_MEDIA[visibility]) ? refusals.tooManyMedia : undefined;
}
