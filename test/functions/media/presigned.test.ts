import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putFile, readBeginning } from '../../../functions/media/bucket.ts';
import { presignForAgent, presignForPlatform, presignUpload } from '../../../functions/media/presigned.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';
import { png } from './sample-files.ts';

const NOW = '2026-11-20T10:16:40.000Z';
let engine: TestBucket;
beforeAll(async () => {
  engine = await openTestBucket();
  await putFile(engine.bucket, 'outbound/1', { bytes: png, contentType: 'image/png' });
});
afterAll(() => engine.close());

const parameters = (url: string) => Object.fromEntries(new URL(url).searchParams);
const put = { contentType: 'image/png', size: png.length, name: 'Beleg (Größe „L“)\ud800.png' };
const copied = { type: 'image', copiedTo: 'outbound/1', contentType: 'image/png' } as const;

describe('an upload', () => {
  it('brings the file with its type and name to its key', async () => {
    const { method, url, headers } = await presignUpload(engine.bucket, 'uploads/1', put, NOW);
    expect((await fetch(url, { method, headers, body: png })).status).toBe(200);
    expect(await readBeginning(engine.bucket, 'uploads/1')).toMatchObject({
      contentType: 'image/png',
      size: png.length,
      name: 'Beleg (Größe „L“)\ufffd.png',
    });
  });

  it('is signed for one type, length and name, and for a quarter of an hour', async () => {
    const { url, expiresAt } = await presignUpload(engine.bucket, 'uploads/1', put, NOW);
    expect(parameters(url)).toMatchObject({
      'X-Amz-SignedHeaders': 'content-length;content-type;host;x-amz-meta-name',
      'X-Amz-Date': '20261120T101640Z',
      'X-Amz-Expires': '900',
    });
    expect(expiresAt).toBe('2026-11-20T10:31:40.000Z');
  });

  it('asks for no checksum, which only who has the file could tell', async () => {
    const { url } = await presignUpload(engine.bucket, 'uploads/1', put, NOW);
    expect(Object.keys(parameters(url)).filter((name) => name.includes('checksum'))).toEqual([]);
  });
});

describe('an address for a platform', () => {
  it('leads to the file for an hour', async () => {
    const url = await presignForPlatform(engine.bucket, 'outbound/1', NOW);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(png);
    expect(parameters(url)).toMatchObject({ 'X-Amz-Date': '20261120T101640Z', 'X-Amz-Expires': '3600' });
  });
});

describe('an address for an agent', () => {
  it('stays the same for a while, so that a browser knows the picture', async () => {
    const [first, second, later] = await Promise.all(
      [NOW, '2026-11-20T10:29:59.999Z', '2026-11-20T10:30:00.000Z'].map((now) =>
        presignForAgent(engine.bucket, copied, now),
      ),
    );
    expect(second).toBe(first);
    expect(later).not.toBe(first);
    expect(parameters(first ?? '')).toMatchObject({
      'X-Amz-Date': '20261120T101500Z',
      'X-Amz-Expires': '1800',
    });
    expect((await fetch(first ?? '')).status).toBe(200);
  });

  it.each([
    ['a picture', copied, 'inline'],
    ['a document', { ...copied, contentType: 'application/pdf' }, 'attachment'],
    ['what nobody knows', { ...copied, contentType: undefined }, 'attachment'],
    [
      'a named picture',
      { ...copied, title: "it's (ü).png" },
      "inline; filename*=UTF-8''it%27s%20%28%C3%BC%29.png",
    ],
  ])('shows pictures and saves the rest: %s', async (_name, attachment, disposition) => {
    const url = await presignForAgent(engine.bucket, attachment, NOW);
    expect(parameters(url)['response-content-disposition']).toBe(disposition);
  });
});
