import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../functions/domain/message.ts';
import { putFile, readBeginning } from '../../../functions/media/bucket.ts';
import { publishFiles } from '../../../functions/media/public-files.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';

let files: TestBucket;
const bytes = Buffer.from('what a picture is made of');
const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
const picture: Attachment = {
  ...{ type: 'image', contentType: 'image/png', size: bytes.length, copiedTo: 'outbound/1' },
  ...{ title: 'IMG_1.png', alt: 'The button to tap' },
};
const shown = { type: 'image', path: `media/${hash}.png`, size: bytes.length, alt: 'The button to tap' };
beforeAll(async () => {
  files = await openTestBucket();
  await putFile(files.bucket, 'outbound/1', { bytes, contentType: 'image/png' });
});
afterAll(() => files.close());

describe('a file that everybody may look at', () => {
  it('lies beside the status page under the name of its content, as what it is', async () => {
    const attachments = [picture, { type: 'link' as const, url: 'https://example.com' }];
    expect(await publishFiles(attachments, files.bucket, files.bucket)).toEqual([shown]);
    expect(await readBeginning(files.bucket, `status/${shown.path}`)).toMatchObject({
      contentType: 'image/png',
      size: bytes.length,
    });
  });

  it('has the same name for the same content, whoever publishes it', async () => {
    const { alt: _, ...plain } = picture;
    const [again] = await publishFiles([plain], files.bucket, files.bucket);
    expect(again).toEqual({ type: shown.type, path: shown.path, size: shown.size });
  });
});
