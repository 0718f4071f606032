import type { MediaFile } from '../channels/sending.ts';
import type { Attachment } from '../domain/message.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Bucket, copyFile, readBeginning } from './bucket.ts';
import { plainType, typeByContent } from './file-kind.ts';
import { outboundKey, uploadKey } from './keys.ts';

/** In bytes. A worker holds a whole file in memory while it hands it on, and has half a minute for that. */
const LARGEST = 50 * 1024 * 1024;

const AGAIN = 'Ask for an upload anew, and put the file to the address that comes back.';

const refusals = {
  unsupported: {
    code: 'media:unsupported',
    explanation: 'Only pictures and films can be sent.',
    advice: 'Attach a JPEG, PNG or GIF, or an MP4; put a link to anything else into the text.',
  },
  tooLarge: {
    code: 'media:too-large',
    explanation: 'Hark sends files of up to 50 MB.',
    advice: 'Make the film shorter or smaller, or put a link to it into the text.',
  },
  notUploaded: {
    code: 'media:not-uploaded',
    explanation: 'An attached file has not arrived, is empty, or was uploaded more than a day ago.',
    advice: AGAIN,
  },
  notAsPromised: {
    code: 'media:not-as-promised',
    explanation: 'An attached file is of another kind than it says.',
    advice: `Save it as what it is to be. ${AGAIN}`,
  },
  changed: {
    code: 'media:changed',
    explanation: 'An attached file was exchanged or taken away while it was being attached.',
    advice: 'Send the answer again.',
  },
} as const satisfies Record<string, Refusal>;

/** What somebody wants to upload, as the channels judge it; or why nobody takes it. */
export function fileToUpload(contentType: string, size: number): MediaFile | Refusal {
  const plain = plainType(contentType);
  const type = /^(image|video)\//.exec(plain)?.[1];
  if (type !== 'image' && type !== 'video') return refusals.unsupported;
  return size > LARGEST ? refusals.tooLarge : { type, contentType: plain, size };
}

/** A file that arrived and is what it was said to be. */
export interface Arrived {
  uploadId: string;
  etag: string | undefined;
  file: MediaFile;
  /** As it will be part of the message, once it is kept. */
  attachment: Attachment;
}

/** Looks at a file that was uploaded: its size, and by its first bytes what it is. */
export function inspectUpload(bucket: Bucket, uploadId: string): Promise<Arrived | Refusal> {
  return inspect(bucket, uploadId, uploadKey(uploadId));
}

/** The same for a file that may be kept already, and then stays where it is. */
export async function inspectUploadOrKept(bucket: Bucket, uploadId: string): Promise<Arrived | Refusal> {
  const kept = await inspect(bucket, uploadId, outboundKey(uploadId));
  return 'code' in kept ? inspectUpload(bucket, uploadId) : kept;
}

async function inspect(bucket: Bucket, uploadId: string, key: string): Promise<Arrived | Refusal> {
  const seen = await readBeginning(bucket, key);
  if (!seen) return refusals.notUploaded;
  const contentType = await typeByContent(seen.bytes);
  if (contentType === undefined || contentType !== plainType(seen.contentType)) return refusals.notAsPromised;
  const file = fileToUpload(contentType, seen.size);
  if ('code' in file) return file;
  const { name: title } = seen;
  const attachment = { ...file, copiedTo: outboundKey(uploadId), ...(title !== undefined && { title }) };
  return { uploadId, etag: seen.etag, file, attachment };
}

/** Moves a file to where it stays, just as it was looked at. A refusal when it has changed since. */
export async function keepUpload(bucket: Bucket, { uploadId, etag }: Arrived): Promise<Refusal | undefined> {
  const isKept = await copyFile(bucket, uploadKey(uploadId), outboundKey(uploadId), etag);
  return isKept ? undefined : refusals.changed;
}
