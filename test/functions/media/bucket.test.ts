import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFile, putFile, readBeginning, readFile } from '../../../functions/media/bucket.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';
import { startFileHost } from './file-host.ts';
import { png } from './sample-files.ts';

let engine: TestBucket;
beforeAll(async () => {
  engine = await openTestBucket();
});
afterAll(() => engine.close());

const put = (key: string, bytes: Uint8Array) =>
  putFile(engine.bucket, key, { bytes, contentType: 'image/png' });

describe('a file in the bucket', () => {
  it('is read as it was written', async () => {
    await put('a', png);
    expect(Buffer.from(await readFile(engine.bucket, 'a'))).toEqual(png);
  });

  it('tells its type and size with its first bytes, however long it is', async () => {
    await put('long', Buffer.concat([png, Buffer.alloc(10_000)]));
    const seen = await readBeginning(engine.bucket, 'long');
    expect(seen).toMatchObject({ contentType: 'image/png', size: png.length + 10_000, name: undefined });
    expect(seen?.bytes).toHaveLength(4100);
  });

  it('tells them when it is shorter than that, too', async () => {
    await put('short', png);
    expect(await readBeginning(engine.bucket, 'short')).toMatchObject({ size: png.length });
  });

  it.each([['that is not there'], ['that is empty']])('%s has no beginning', async (name) => {
    if (name === 'that is empty') await put(name, Buffer.alloc(0));
    expect(await readBeginning(engine.bucket, name)).toBeUndefined();
  });

  it('is copied when it is still what was looked at', async () => {
    await put('from', png);
    const seen = await readBeginning(engine.bucket, 'from');
    expect(await copyFile(engine.bucket, 'from', 'to', seen?.etag)).toBe(true);
    expect(await readBeginning(engine.bucket, 'to')).toMatchObject({ contentType: 'image/png' });
  });

  // The local engine copies without conditions, so S3's own answer stands in for it here.
  it('is not copied when it is another by now', async () => {
    const refusal = '<Error><Code>PreconditionFailed</Code><Message>Not as it was</Message></Error>';
    const s3 = await startFileHost({
      '/media/moved?x-id=CopyObject': (_request, response) => {
        response.writeHead(412, { 'content-type': 'application/xml' }).end(refusal);
      },
    });
    const { client, name } = engine.bucket;
    const { credentials } = client.config;
    const elsewhere = new S3Client({ endpoint: s3.origin, region: 'us-east-1', credentials });
    expect(await copyFile({ client: elsewhere, name }, 'moving', 'moved', '"seen"')).toBe(false);
    expect(s3.asked[0]?.headers).toMatchObject({
      'x-amz-copy-source': 'media/moving',
      'x-amz-copy-source-if-match': '"seen"',
    });
  });

  it('is not copied when it is not there', async () => {
    expect(await copyFile(engine.bucket, 'nowhere', 'to', undefined)).toBe(false);
  });

  it('fails loudly when the bucket cannot be reached', async () => {
    const bucket = { ...engine.bucket, name: 'another' };
    await expect(putFile(bucket, 'a', { bytes: png, contentType: 'image/png' })).rejects.toThrow();
    await expect(readFile(engine.bucket, 'nowhere')).rejects.toThrow();
    await expect(readBeginning(bucket, 'a')).rejects.toThrow();
    await expect(copyFile(bucket, 'a', 'b', undefined)).rejects.toThrow();
  });
});
