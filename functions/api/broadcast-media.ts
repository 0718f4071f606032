import * as z from 'zod/mini';
import type { Attachment } from '../domain/message.ts';
import { outboundKey, prefixes } from '../media/keys.ts';
import { presignForAgent } from '../media/presigned.ts';
import { inspectUploadOrKept } from '../media/uploads.ts';
import { AttachedFile, inspectFiles, keepFiles, MOST_FILES } from './attached-files.ts';
import type { ApiServices } from './services.ts';

/** Files of a broadcast, by the ids that `POST /api/uploads` gave, and what each shows, for those who do not see it. */
export const BroadcastFiles = z
  .array(z.extend(AttachedFile, { alt: z.optional(z.string().check(z.trim(), z.maxLength(1000))) }))
  .check(z.maxLength(MOST_FILES, `has more than ${MOST_FILES} entries`));
export type BroadcastFiles = z.infer<typeof BroadcastFiles>;

/** The files of a broadcast, kept for as long as it may need them; those that it has already stay as they are, but for their words. */
export async function attachmentsOf(
  media: BroadcastFiles,
  known: Attachment[],
  services: ApiServices,
): Promise<Attachment[]> {
  const keptBy = new Map(known.map((attachment) => [attachment.copiedTo, attachment]));
  const added = media.filter(({ uploadId }) => !keptBy.has(outboundKey(uploadId)));
  const arrived = await inspectFiles(added, services);
  await keepFiles(arrived, services);
  for (const { uploadId, attachment } of arrived) keptBy.set(outboundKey(uploadId), attachment);
  return media.flatMap(({ uploadId, alt }) => {
    const { alt: _, ...kept } = keptBy.get(outboundKey(uploadId)) ?? {};
    return 'type' in kept ? [alt ? { ...kept, alt } : kept] : [];
  });
}

/** The files of a draft that somebody only looks at: those of today, and those that an earlier version of it has kept. */
export async function attachmentsSeen(media: BroadcastFiles, services: ApiServices): Promise<Attachment[]> {
  const seen = await inspectFiles(media, services, inspectUploadOrKept);
  return seen.map(({ attachment }) => attachment);
}

/** The files as the console shows them, by the ids that name them in the next draft. */
export function mediaView(attachments: Attachment[], { bucket, desk }: ApiServices) {
  return Promise.all(
    attachments.flatMap(({ copiedTo, type, contentType, size, title, alt }) =>
      copiedTo === undefined
        ? []
        : [
            presignForAgent(bucket, { type, contentType, title, copiedTo }, desk.clock()).then((url) => ({
              uploadId: copiedTo.slice(prefixes.outbound.length),
              ...{ type, contentType, size, title, alt, url },
            })),
          ],
    ),
  );
}
