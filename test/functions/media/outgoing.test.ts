import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Attachment } from '../../../functions/domain/message.ts';
import { putFile } from '../../../functions/media/bucket.ts';
import { mediaOf } from '../../../functions/media/outgoing.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';
import { png } from './sample-files.ts';

const NOW = new Date().toISOString();
let engine: TestBucket;
beforeAll(async () => {
  engine = await openTestBucket();
  await putFile(engine.bucket, 'outbound/1', { bytes: png, contentType: 'image/png' });
});
afterAll(() => engine.close());

const kept: Attachment = {
  type: 'image',
  contentType: 'image/png',
  size: png.length,
  copiedTo: 'outbound/1',
};

it('gives a file to senders as an address to fetch and as its bytes', async () => {
  const [medium] = await mediaOf([kept], engine.bucket, NOW);
  expect(medium).toMatchObject({ type: 'image', contentType: 'image/png', size: png.length });
  expect(Buffer.from((await medium?.bytes()) ?? [])).toEqual(png);
  expect(Buffer.from(await (await fetch(medium?.url ?? '')).arrayBuffer())).toEqual(png);
});

it.each<[string, Attachment]>([
  ['a link', { type: 'link', url: 'https://example.com' }],
  ['a file that only the platform has', { type: 'image', url: 'https://pbs.twimg.com/media/A.jpg' }],
  ['a document', { ...kept, type: 'file', contentType: 'application/pdf' }],
])('has nothing to send for %s', async (_name, attachment) => {
  expect(await mediaOf([attachment], engine.bucket, NOW)).toEqual([]);
});

it('says which file cannot be read', async () => {
  const [medium] = await mediaOf([{ ...kept, copiedTo: 'outbound/2' }], engine.bucket, NOW);
  await expect(medium?.bytes()).rejects.toThrow();
});
