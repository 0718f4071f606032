import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Attachment } from '../../../functions/domain/message.ts';
import { notCopied } from '../../../functions/media/not-copied.ts';
import { withAddresses } from '../../../functions/media/shown.ts';
import { sampleMessage } from '../store/sample.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';

const NOW = '2026-11-20T10:16:40.000Z';
const theirs = 'https://scontent.xx.fbcdn.net/A.jpg';
let engine: TestBucket;
beforeAll(async () => {
  engine = await openTestBucket();
});
afterAll(() => engine.close());

it.each<{ name: string; attachment: Attachment; url: unknown }>([
  {
    name: 'a copy of ours by an address of ours',
    attachment: { type: 'image', url: theirs, copiedTo: 'inbound/c.m/0', contentType: 'image/jpeg' },
    url: expect.stringMatching(/\/media\/inbound\/c\.m\/0\?.*X-Amz-Signature=/),
  },
  {
    name: 'what is still to be copied by the platform’s',
    attachment: { type: 'image', url: theirs },
    url: theirs,
  },
  { name: 'a link as it is', attachment: { type: 'link', url: theirs }, url: theirs },
  {
    name: 'what could not be copied by none',
    attachment: { type: 'image', url: theirs, notCopied: notCopied.gone },
    url: undefined,
  },
  { name: 'what has no address by none', attachment: { type: 'image' }, url: undefined },
])('shows $name', async ({ attachment, url }) => {
  const message = sampleMessage({ id: 'c' }, 'm', { attachments: [attachment] });
  const [shown] = await withAddresses([message], engine.bucket, NOW);
  const { url: _, ...rest } = attachment;
  expect(shown).toEqual({ ...message, attachments: [{ ...rest, ...(url !== undefined && { url }) }] });
});
