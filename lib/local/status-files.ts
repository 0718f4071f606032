import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { statusPath } from '../page-paths.ts';
import { publicFilesPath, statusHeaders, statusPaths } from '../status-headers.ts';
import type { FunctionDefinition } from './function-instance.ts';
import { gatewayAnswer, type HttpAnswer } from './http-answer.ts';
import { splitUrl } from './http-event.ts';
import { clientSettings } from './local-credentials.ts';

/** How long a file that is not there yet is waited for, and how often it is looked for meanwhile. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** A picture or film that the page shows. */
const publicFile = new RegExp(`^${publicFilesPath}[0-9a-z.]+$`);

/** The public status page on one machine, as CloudFront serves it from its bucket. */
export interface StatusFiles {
  /** Answers a request for one of its files; undefined for what belongs to others. */
  answer(request: IncomingMessage): Promise<HttpAnswer | undefined>;
  close(): void;
}

/** Serves what the function that draws the page writes; undefined where the stack has none. */
export function openStatusFiles(
  functions: FunctionDefinition[],
  bucketsUrl: string,
  patience = PATIENCE_MS,
): StatusFiles | undefined {
  const bucket = functions.map(({ environment }) => environment.STATUS_BUCKET).find(Boolean);
  if (bucket === undefined) return undefined;
  const client = new S3Client(clientSettings(bucketsUrl));
  return {
    async answer(request) {
      const { pathname } = splitUrl(request.url);
      if (!['GET', 'HEAD'].includes(request.method ?? '')) return undefined;
      if (pathname === `${statusPath}/`)
        return { status: 301, headers: { location: statusPath }, body: Buffer.alloc(0) };
      if (publicFile.test(pathname)) return fileAnswer(client, bucket, pathname.slice(1));
      return statusPaths.includes(pathname)
        ? drawnFile(client, bucket, pathname.slice(1), patience)
        : undefined;
    },
    close: () => client.destroy(),
  };
}

/** The page of a stack that has just begun is drawn in a moment; whoever asks before that waits for it. */
async function drawnFile(
  client: S3Client,
  bucket: string,
  key: string,
  patience: number,
): Promise<HttpAnswer> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await fileAnswer(client, bucket, key);
    if (answer.status !== 404 || Date.now() >= until) return answer;
    await setTimeout(LOOK_AGAIN_MS);
  }
}

async function fileAnswer(client: S3Client, bucket: string, key: string): Promise<HttpAnswer> {
  try {
    const { Body, ContentType, CacheControl } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key }),
    );
    return {
      status: 200,
      headers: {
        ...statusHeaders,
        'content-type': ContentType ?? 'application/octet-stream',
        // Nobody's edge is between, and who tries something wants to see it.
        'cache-control': CacheControl?.replace(/max-age=\d+/, 'max-age=0') ?? 'no-cache',
      },
      body: Buffer.from((await Body?.transformToByteArray()) ?? []),
    };
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey')
      return gatewayAnswer(404, 'Not Found');
    throw error;
  }
}
