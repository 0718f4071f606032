import { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../media/bucket.ts';

/**
 * The bucket, ready to use. Checksums only where S3 wants them: an address to upload to would carry that of no content at all. How
 * buckets are addressed is left to the SDK, which takes the path for an endpoint that is an IP address, as local engines have.
 */
export function openBucket(name: string): Bucket {
  const client = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, name };
}
