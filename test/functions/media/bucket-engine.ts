import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import type { Bucket } from '../../../functions/media/bucket.ts';

/** A bucket in a real local engine. */
export interface TestBucket {
  bucket: Bucket;
  close(): Promise<void>;
}

/** Starts an engine with one empty bucket. */
export async function openTestBucket(): Promise<TestBucket> {
  const server = await startFauxqs({ port: 0, logger: false });
  const { bucketName: name } = server.createBucket('media');
  const client = new S3Client({
    endpoint: server.address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    bucket: { client, name },
    close: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
