import * as z from 'zod/mini';
import type { Attachment } from './message.ts';
import type { Refusal } from './refusal.ts';

/** A picture or film of ours that everybody may look at, as it lies beside the status page. */
export const PublicFile = z.object({
  type: z.enum(['image', 'video']),
  /** Below the address of the status page; made from its content, so that one name is one content. */
  path: z.string(),
  /** In bytes. */
  size: z.optional(z.number()),
  /** What it shows, for those who do not see it. */
  alt: z.optional(z.string()),
});
export type PublicFile = z.infer<typeof PublicFile>;

/** What every browser and mail program of these years shows. */
const SHOWN_PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
/** In bytes: what a phone still loads on the way. Films are loaded only by who plays them. */
const LARGEST_PICTURE = 5 * 1024 * 1024;

const notShown: Refusal = {
  code: 'broadcast:picture-not-shown',
  explanation: 'Not every browser and mail program shows pictures of this kind.',
  advice: 'Save it as JPEG, PNG, GIF or WebP, and attach that.',
};
const tooLarge: Refusal = {
  code: 'broadcast:picture-too-large',
  explanation:
    'A picture on the status page or in a mail may have up to 5 MB; people look at it on their phones.',
  advice: 'Save it smaller, and attach that.',
};

/** Why files can be shown neither on the status page nor in a mail; undefined when they can. */
export function againstPublicFiles(files: readonly Attachment[]): Refusal | undefined {
  const pictures = files.filter(({ type }) => type === 'image');
  if (pictures.some(({ contentType = '' }) => !SHOWN_PICTURES.includes(contentType))) return notShown;
  return pictures.some(({ size = 0 }) => size > LARGEST_PICTURE) ? tooLarge : undefined;
}
