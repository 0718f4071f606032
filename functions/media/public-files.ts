import { createHash } from 'node:crypto';
import type { Attachment } from '../domain/message.ts';
import type { PublicFile } from '../domain/public-file.ts';
import { type Bucket, putFile, readFile } from './bucket.ts';
import { publicFolder } from './keys.ts';

/** One name is one content, so that nobody has to ask for it again. */
const CACHE = 'public, max-age=31536000, immutable';
/** Enough of a hash that no two files meet. */
const NAME_LENGTH = 32;

/** How a file's name ends, by its MIME type; other kinds are saved rather than shown. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
};

/**
 * Copies pictures and films to where everybody can look at them, beside the status page: those who are told of them there or in a mail
 * have no way to our own files. Done again it changes nothing.
 */
export async function publishFiles(
  attachments: readonly Attachment[],
  from: Bucket,
  to: Bucket,
): Promise<PublicFile[]> {
  const published: PublicFile[] = [];
  // One after the other, because each is held in memory.
  for (const { type, copiedTo, contentType = '', alt } of attachments) {
    if (copiedTo === undefined || (type !== 'image' && type !== 'video')) continue;
    const bytes = await readFile(from, copiedTo);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, NAME_LENGTH);
    const name = `${hash}.${ENDINGS[contentType] ?? 'bin'}`;
    await putFile(to, `${publicFolder}${name}`, { bytes, contentType, cacheControl: CACHE });
    const file = { type, path: `media/${name}`, size: bytes.length };
    published.push({ ...file, ...(alt !== undefined && { alt }) });
  }
  return published;
}
