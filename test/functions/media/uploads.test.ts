import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putFile, readBeginning } from '../../../functions/media/bucket.ts';
import {
  fileToUpload,
  inspectUpload,
  inspectUploadOrKept,
  keepUpload,
} from '../../../functions/media/uploads.ts';
import { openTestBucket, type TestBucket } from './bucket-engine.ts';
import { png } from './sample-files.ts';

let engine: TestBucket;
beforeAll(async () => {
  engine = await openTestBucket();
});
afterAll(() => engine.close());

const MEGABYTE = 1024 * 1024;

describe('what is to be uploaded', () => {
  it.each([
    ['a picture', 'image/png', 1, { type: 'image', contentType: 'image/png', size: 1 }],
    [
      'a film',
      'video/x-m4v',
      50 * MEGABYTE,
      { type: 'video', contentType: 'video/mp4', size: 50 * MEGABYTE },
    ],
    ['a picture in capitals', 'IMAGE/JPG', 1, { type: 'image', contentType: 'image/jpeg', size: 1 }],
    ['a larger film', 'video/mp4', 50 * MEGABYTE + 1, { code: 'media:too-large' }],
    ['a sound', 'audio/mpeg', 1, { code: 'media:unsupported' }],
    ['a document', 'application/pdf', 1, { code: 'media:unsupported' }],
    ['something', 'images/png', 1, { code: 'media:unsupported' }],
  ])('is a picture or a film that fits: %s', (_name, contentType, size, expected) => {
    expect(fileToUpload(contentType, size)).toMatchObject(expected);
  });
});

describe('what was uploaded', () => {
  const put = (id: string, bytes: Uint8Array, contentType = 'image/png') =>
    putFile(engine.bucket, `uploads/${id}`, { bytes, contentType });

  it('becomes part of the message when it is what it says', async () => {
    await put('good', png);
    expect(await inspectUpload(engine.bucket, 'good')).toEqual({
      uploadId: 'good',
      etag: expect.any(String),
      file: { type: 'image', contentType: 'image/png', size: png.length },
      attachment: { type: 'image', contentType: 'image/png', size: png.length, copiedTo: 'outbound/good' },
    });
  });

  it.each([
    ['it never came', undefined, '', 'not-uploaded'],
    ['it is empty', Buffer.alloc(0), 'image/png', 'not-uploaded'],
    ['it is a web page', Buffer.from('<script>alert(1)</script>'), 'image/png', 'not-as-promised'],
    ['it is another picture', png, 'image/jpeg', 'not-as-promised'],
    ['it is no picture', Buffer.from('%PDF-1.7\n'), 'application/pdf', 'unsupported'],
  ])('is refused when %s', async (name, bytes, contentType, code) => {
    const id = name.replaceAll(' ', '-');
    if (bytes) await put(id, bytes, contentType);
    expect(await inspectUpload(engine.bucket, id)).toMatchObject({ code: `media:${code}` });
  });

  it('is looked at where it is kept, once what was uploaded has expired', async () => {
    expect(await inspectUploadOrKept(engine.bucket, 'kept')).toMatchObject({ code: 'media:not-uploaded' });
    await put('kept', png);
    const fresh = await inspectUploadOrKept(engine.bucket, 'kept');
    await putFile(engine.bucket, 'outbound/kept', { bytes: png, contentType: 'image/png' });
    await put('kept', Buffer.alloc(0));
    expect(await inspectUploadOrKept(engine.bucket, 'kept')).toEqual(fresh);
  });

  it('is kept as it was looked at', async () => {
    await put('kept', png);
    const arrived = await inspectUpload(engine.bucket, 'kept');
    if ('code' in arrived) throw new Error(arrived.explanation);
    expect(await keepUpload(engine.bucket, arrived)).toBeUndefined();
    expect(await readBeginning(engine.bucket, 'outbound/kept')).toMatchObject({ size: png.length });
  });

  it('is not kept when it is gone meanwhile', async () => {
    await put('going', png);
    const arrived = await inspectUpload(engine.bucket, 'going');
    if ('code' in arrived) throw new Error(arrived.explanation);
    const gone = { ...arrived, uploadId: 'gone' };
    expect(await keepUpload(engine.bucket, gone)).toMatchObject({ code: 'media:changed' });
    expect(await readBeginning(engine.bucket, 'outbound/gone')).toBeUndefined();
  });
});
