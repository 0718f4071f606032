import {
  CopyObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** The one bucket in which files of messages lie; what is where says `keys.ts`. */
export interface Bucket {
  client: S3Client;
  name: string;
}

/** How many bytes tell what a file is. */
const BEGINNING = 4100;

/** What S3 knows of a file, and how it begins. */
export interface Beginning {
  /** As announced when it was put there. */
  contentType: string;
  /** In bytes. */
  size: number;
  /** As `x-amz-meta-name` says, decoded. */
  name: string | undefined;
  /** Changes with the content. */
  etag: string | undefined;
  bytes: Uint8Array;
}

/** Type, size and first bytes of a file in one request; undefined when there is none, or an empty one. */
export async function readBeginning({ client, name }: Bucket, key: string): Promise<Beginning | undefined> {
  const range = new GetObjectCommand({ Bucket: name, Key: key, Range: `bytes=0-${BEGINNING - 1}` });
  const read = await client.send(range).catch((error: unknown) => {
    if (isNamed(error, 'NoSuchKey', 'InvalidRange')) return undefined;
    throw error;
  });
  if (!read?.Body) return undefined;
  const total = /\/(\d+)$/.exec(read.ContentRange ?? '')?.[1];
  return {
    contentType: read.ContentType ?? '',
    size: Number(total ?? read.ContentLength ?? 0),
    name: decoded(read.Metadata?.name),
    etag: read.ETag,
    bytes: await read.Body.transformToByteArray(),
  };
}

/** The whole file as text; undefined when there is none. */
export async function readText(bucket: Bucket, key: string): Promise<string | undefined> {
  const bytes = await readFile(bucket, key).catch((error: unknown) => {
    if (isNamed(error, 'NoSuchKey')) return undefined;
    throw error;
  });
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** The whole file. @throws when there is none. */
export async function readFile({ client, name }: Bucket, key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
  if (!Body) throw new Error(`The file ${key} has no content.`);
  return Body.transformToByteArray();
}

/** Writes a file, over what is there. */
export async function putFile(
  { client, name }: Bucket,
  key: string,
  { bytes, contentType, cacheControl }: { bytes: Uint8Array; contentType: string; cacheControl?: string },
): Promise<void> {
  await client.send(
    new PutObjectCommand({
      Bucket: name,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      CacheControl: cacheControl,
    }),
  );
}

/** Copies a file as it was when it was looked at. False when it is another by now, or gone. */
export async function copyFile(
  { client, name }: Bucket,
  from: string,
  to: string,
  etag: string | undefined,
): Promise<boolean> {
  const copy = { Bucket: name, Key: to, CopySource: `${name}/${from}`, CopySourceIfMatch: etag };
  return client.send(new CopyObjectCommand(copy)).then(
    () => true,
    (error: unknown) => {
      if (isNamed(error, 'NoSuchKey', 'PreconditionFailed')) return false;
      throw error;
    },
  );
}

/** S3's own names of what went wrong. A bucket that is not there is none of these, but a fault of the deployment. */
function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof S3ServiceException && names.includes(error.name);
}

function decoded(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
