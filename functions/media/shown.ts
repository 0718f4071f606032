import type { Message } from '../domain/message.ts';
import type { Bucket } from './bucket.ts';
import { presignForAgent } from './presigned.ts';

/**
 * The messages as an agent sees them: of each file that we have, `url` is an address of ours that works for a short time, and of
 * each that could not be copied it is left out, because it leads nowhere or to something unexpected.
 */
export function withAddresses(messages: Message[], bucket: Bucket, now: string): Promise<Message[]> {
  return Promise.all(
    messages.map(async (message) => ({
      ...message,
      attachments: await Promise.all(
        message.attachments.map(async ({ url, ...attachment }) => {
          const { copiedTo, notCopied } = attachment;
          if (copiedTo !== undefined)
            return { ...attachment, url: await presignForAgent(bucket, { ...attachment, copiedTo }, now) };
          return url === undefined || notCopied !== undefined ? attachment : { ...attachment, url };
        }),
      ),
    })),
  );
}
