import type { Visibility } from '../../domain/message.ts';
import type { MediaFile, Refusal } from '../sending.ts';
import { foreseen } from './foreseen.ts';
import { refusals } from './refusals.ts';

/** What Facebook shows as pictures and films: developers.facebook.com, Send API and comments of an object. */
const TYPES: Readonly<Record<MediaFile['type'], readonly string[]>> = {
  image: ['image/jpeg', 'image/png', 'image/gif'],
  video: ['video/mp4', 'video/quicktime', 'video/webm', 'video/ogg', 'video/x-msvideo'],
};

/** The largest file that Messenger takes, in bytes: developers.facebook.com, Send API. */
const LARGEST = 25 * 1024 * 1024;

/** Pictures that Messenger takes as one stack. */
const MOST_PICTURES = 30;

/** Why these files cannot go together, or at all; undefined when they can. */
export function againstMedia(media: MediaFile[], visibility: Visibility): Refusal | undefined {
  if (!media.every(isKnown)) return foreseen.mediaUnsupported;
  if (media.some(({ size = 1 }) => size < 1 || size > LARGEST)) return refusals.mediaRefused;
  const hasVideo = media.some(({ type }) => type === 'video');
  if (visibility === 'public') {
    if (hasVideo) return foreseen.noFilmInComment;
    return media.length > 1 ? foreseen.onePictureInComment : undefined;
  }
  const most = hasVideo ? 1 : MOST_PICTURES;
  return media.length > most ? foreseen.tooManyMedia : undefined;
}

function isKnown({ type, contentType }: MediaFile): boolean {
  const plain = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return TYPES[type].includes(plain);
}
