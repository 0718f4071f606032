import type { Media } from '../channels/sending.ts';
import type { Attachment } from '../domain/message.ts';
import { type Bucket, readFile } from './bucket.ts';
import { presignForPlatform } from './presigned.ts';

/** The files of a message of ours as senders want them: with an address for the platform to fetch, and the bytes on request. */
export function mediaOf(attachments: Attachment[], bucket: Bucket, now: string): Promise<Media[]> {
  const media = attachments.flatMap(({ type, copiedTo, contentType, size }) =>
    copiedTo !== undefined && contentType !== undefined && (type === 'image' || type === 'video')
      ? [{ type, copiedTo, contentType, size }]
      : [],
  );
  return Promise.all(
    media.map(async ({ copiedTo, ...file }) => ({
      ...file,
      url: await presignForPlatform(bucket, copiedTo, now),
      bytes: () => readFile(bucket, copiedTo),
    })),
  );
}
