import type { IncomingMessage } from 'node:http';
import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { statusHeaders, statusPaths } from '../status-headers.ts';
import type { FunctionDefinition } from './function-instance.ts';
import { gatewayAnswer, type HttpAnswer } from './http-answer.ts';
import { splitUrl } from './http-event.ts';
import { clientSettings } from './local-credentials.ts';

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
): StatusFiles | undefined {
  const bucket = functions.map(({ environment }) => environment.STATUS_BUCKET).find(Boolean);
  if (bucket === undefined) return undefined;
  const client = new S3Client(clientSettings(bucketsUrl));
  return {
    async answer(request) {
      const { pathname } = splitUrl(request.url);
      const isFile = statusPaths.includes(pathname);
      if (!isFile || !['GET', 'HEAD'].includes(request.method ?? '')) return undefined;
      return fileAnswer(client, bucket, pathname.slice(1));
    },
    close: () => client.destroy(),
  };
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
