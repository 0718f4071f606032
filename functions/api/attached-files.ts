import * as z from 'zod/mini';
import { type Arrived, inspectUpload, keepUpload } from '../media/uploads.ts';
import { refused } from './refused.ts';
import type { ApiServices } from './services.ts';

/** The most that any channel takes with one message. */
export const MOST_FILES = 4;

export const AttachedFile = z.object({ uploadId: z.uuid('is no id of an upload') });

/** Files of a reply, by the ids that `POST /api/uploads` gave. */
export const AttachedFiles = z
  .array(AttachedFile)
  .check(z.maxLength(MOST_FILES, `has more than ${MOST_FILES} entries`));
export type AttachedFiles = z.infer<typeof AttachedFiles>;

/** Looks at what was uploaded. @throws Reject 422 for a file that has not come or is not what it says */
export async function inspectFiles(
  files: AttachedFiles,
  { bucket }: ApiServices,
  inspect: typeof inspectUpload = inspectUpload,
): Promise<Arrived[]> {
  const seen = await Promise.all(files.map(({ uploadId }) => inspect(bucket, uploadId)));
  return seen.map((file) => {
    if ('code' in file) throw refused(file);
    return file;
  });
}

/** Moves files to where they stay. @throws Reject 422 when one has changed since it was looked at */
export async function keepFiles(files: Arrived[], { bucket }: ApiServices): Promise<void> {
  const refusals = await Promise.all(files.map((file) => keepUpload(bucket, file)));
  const refusal = refusals.find((one) => one !== undefined);
  if (refusal) throw refused(refusal);
}
