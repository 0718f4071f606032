import type { Attachment } from '../domain/message.ts';
import { outboundKey, prefixes } from '../media/keys.ts';
import { presignForAgent } from '../media/presigned.ts';
import { type AttachedFiles, inspectFiles, keepFiles } from './attached-files.ts';
import type { ApiServices } from './services.ts';

/** The files of a broadcast, kept for as long as it may need them; those that it has already stay as they are. */
export async function attachmentsOf(
  media: AttachedFiles,
  known: Attachment[],
  services: ApiServices,
): Promise<Attachment[]> {
  const keptBy = new Map(known.map((attachment) => [attachment.copiedTo, attachment]));
  const added = media.filter(({ uploadId }) => !keptBy.has(outboundKey(uploadId)));
  const arrived = await inspectFiles(added, services);
  await keepFiles(arrived, services);
  for (const { uploadId, attachment } of arrived) keptBy.set(outboundKey(uploadId), attachment);
  return media.flatMap(({ uploadId }) => keptBy.get(outboundKey(uploadId)) ?? []);
}

/** The files as the console shows them, by the ids that name them in the next draft. */
export function mediaView(attachments: Attachment[], { bucket, desk }: ApiServices) {
  return Promise.all(
    attachments.flatMap(({ copiedTo, type, contentType, size, title }) =>
      copiedTo === undefined
        ? []
        : [
            presignForAgent(bucket, { type, contentType, title, copiedTo }, desk.clock()).then((url) => ({
              uploadId: copiedTo.slice(prefixes.outbound.length),
              ...{ type, contentType, size, title, url },
            })),
          ],
    ),
  );
}
