import * as z from 'zod/mini';
import type { Attachment } from '../../domain/message.ts';
import { lenient } from './lenient.ts';

const Variants = z.array(
  z.object({
    url: z.string(),
    content_type: lenient(z.string()),
    bitrate: lenient(z.number()),
    bit_rate: lenient(z.number()),
  }),
);

/** A picture or film of either generation; films of v1.1 keep their files in `video_info`. */
const Media = z.object({
  type: lenient(z.string()),
  url: lenient(z.string()),
  media_url_https: lenient(z.string()),
  preview_image_url: lenient(z.string()),
  video_info: lenient(z.object({ variants: lenient(Variants) })),
  variants: lenient(Variants),
  ext_alt_text: lenient(z.string()),
  alt_text: lenient(z.string()),
});
type Media = z.infer<typeof Media>;

const FILMS = new Set(['video', 'animated_gif']);

/**
 * One medium of a post or direct message. Films give their best MP4, or their still picture when X sent no file. The address of
 * a direct message's medium opens only with the account's token.
 */
export function attachmentOf(medium: unknown): Attachment {
  const read = Media.safeParse(medium);
  if (!read.success) return { type: 'other' };
  const seen = read.data;
  const title = seen.ext_alt_text ?? seen.alt_text;
  const named = title === undefined ? {} : { title };
  // In v1.1 `url` is the t.co link in the text, not the file.
  const still = seen.preview_image_url ?? seen.media_url_https ?? seen.url;
  if (seen.type === 'photo') return { type: 'image', ...withUrl(still), ...named };
  if (seen.type === undefined || !FILMS.has(seen.type)) return { type: 'other', ...withUrl(still), ...named };
  const film = bestFilm(seen);
  if (film !== undefined) return { type: 'video', url: film, ...named };
  if (still === undefined) return { type: 'video', ...named };
  return { type: 'image', url: still, title: title ?? 'Still picture of a video' };
}

function withUrl(url: string | undefined): { url?: string } {
  return url === undefined ? {} : { url };
}

function bestFilm(media: Media): string | undefined {
  const variants = media.video_info?.variants ?? media.variants ?? [];
  const rate = (variant: z.infer<typeof Variants>[number]) => variant.bitrate ?? variant.bit_rate ?? 0;
  const films = variants.filter((variant) => variant.content_type === 'video/mp4');
  return films.sort((a, b) => rate(b) - rate(a))[0]?.url;
}
