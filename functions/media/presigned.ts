import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Attachment } from '../domain/message.ts';
import type { Bucket } from './bucket.ts';
import { isShown } from './file-kind.ts';

/** How long an upload may begin after it was allowed, in seconds. */
const UPLOAD = 15 * 60;
/** How long a platform may take to fetch a file of ours, in seconds; it may try several times. */
const PLATFORM = 60 * 60;
/** How long an address that an agent was shown works at least, in seconds, and for how long it stays the same one. */
const SHOWN = 15 * 60;

/** The request that puts one file, and no other: the address, and headers that it has to have. */
export interface UploadRequest {
  method: 'PUT';
  url: string;
  headers: Record<string, string>;
  /** ISO 8601. */
  expiresAt: string;
}

/** Type and length are part of the signature, so S3 takes nothing else; whoever sends the body sets its length by itself. */
export async function presignUpload(
  { client, name }: Bucket,
  key: string,
  file: { contentType: string; size: number; name: string },
  now: string,
): Promise<UploadRequest> {
  const fileName = encodeURIComponent(file.name.toWellFormed());
  const put = new PutObjectCommand({
    Bucket: name,
    Key: key,
    ContentType: file.contentType,
    ContentLength: file.size,
    Metadata: { name: fileName },
  });
  const url = await getSignedUrl(client, put, {
    expiresIn: UPLOAD,
    signingDate: new Date(now),
    // The SDK leaves the type out of the signature, and moves other headers into the address, unless told not to.
    signableHeaders: new Set(['host', 'content-type', 'content-length', 'x-amz-meta-name']),
    unhoistableHeaders: new Set(['x-amz-meta-name']),
  });
  return {
    method: 'PUT',
    url,
    headers: { 'content-type': file.contentType, 'x-amz-meta-name': fileName },
    expiresAt: new Date(Date.parse(now) + UPLOAD * 1000).toISOString(),
  };
}

/** An address at which a platform can fetch the file for an hour. */
export function presignForPlatform({ client, name }: Bucket, key: string, now: string): Promise<string> {
  const get = new GetObjectCommand({ Bucket: name, Key: key });
  return getSignedUrl(client, get, { expiresIn: PLATFORM, signingDate: new Date(now) });
}

/**
 * An address at which an agent's browser shows the file, or saves it where showing would be unsafe. It is the same for a quarter of
 * an hour, so that the browser need not load a picture again each time the conversation is looked at.
 */
export function presignForAgent(
  { client, name }: Bucket,
  { copiedTo, contentType, title }: Attachment & { copiedTo: string },
  now: string,
): Promise<string> {
  const fileName = title === undefined ? '' : `; filename*=UTF-8''${rfc5987(title)}`;
  const get = new GetObjectCommand({
    Bucket: name,
    Key: copiedTo,
    ResponseContentDisposition: `${isShown(contentType) ? 'inline' : 'attachment'}${fileName}`,
  });
  const signedAt = Math.floor(Date.parse(now) / (SHOWN * 1000)) * SHOWN * 1000;
  return getSignedUrl(client, get, { expiresIn: 2 * SHOWN, signingDate: new Date(signedAt) });
}

/** encodeURIComponent leaves some characters that a header's extended value must not have. */
function rfc5987(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
