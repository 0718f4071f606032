import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { postUpload } from '../../../functions/api/uploads.ts';
import { senderOf } from '../../../functions/channels/senders.ts';
import { readBeginning } from '../../../functions/media/bucket.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { png } from '../media/sample-files.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let tables: TestEngine;
let buckets: TestBucket;
let api: ApiDesk;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestEngine(), openTestBucket()]);
});
beforeEach(async () => {
  api = openApiDesk(await tables.newTable(), buckets.bucket);
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

const photo = {
  channel: 'x',
  visibility: 'public',
  contentType: 'image/png',
  size: png.length,
  name: 'a.png',
};
const upload = (body: unknown, request = apiRequest({}, body)) =>
  api.ask((asked, services) => postUpload(asked, { ...services, senderOf }), request);

const Upload = z.object({
  id: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
});

describe('POST /api/uploads', () => {
  it('says where and how to put the file', async () => {
    const { status, body } = await upload(photo);
    expect(status).toBe(201);
    const { id, url, ...how } = Upload.parse(body);
    expect(how.expiresAt).toBe('2026-11-20T10:15:00.000Z');
    expect((await fetch(url, { ...how, body: png })).status).toBe(200);
    expect(await readBeginning(buckets.bucket, `uploads/${id}`)).toMatchObject({
      contentType: 'image/png',
      size: png.length,
      name: 'a.png',
    });
  });

  const film = { ...photo, contentType: 'video/mp4' };
  const megabyte = 1024 * 1024;
  it.each([
    ['a document', { ...photo, contentType: 'application/pdf' }, 'media:unsupported'],
    ['a drawing', { ...photo, contentType: 'image/svg+xml' }, 'x:media-refused'],
    ['a picture that X finds too large', { ...photo, size: 5 * megabyte + 1 }, 'x:media-refused'],
    ['a film that Hark finds too large', { ...film, size: 51 * megabyte }, 'media:too-large'],
    ['a film for Facebook’s public', { ...film, channel: 'facebook' }, 'facebook:no-film'],
    [
      'a film that Messenger finds too large',
      { ...film, channel: 'facebook', visibility: 'private', size: 26 * megabyte },
      'facebook:media-refused',
    ],
  ])('refuses %s, and says what to do instead', async (_name, body, code) => {
    const refusal = { code, explanation: expect.any(String), advice: expect.any(String) };
    expect(await upload(body)).toMatchObject({ status: 422, body: refusal });
  });

  it('takes a film for a post of ours, which no comment could carry', async () => {
    expect(await upload({ ...film, channel: 'facebook', use: 'post' })).toMatchObject({ status: 201 });
  });

  it.each([
    ['channel', { ...photo, channel: 'fax' }],
    ['visibility', { ...photo, visibility: undefined }],
    ['contentType', { ...photo, contentType: 'png' }],
    ['size', { ...photo, size: 0 }],
    ['name', { ...photo, name: '' }],
  ])('names what is wrong: %s', async (field, body) => {
    expect(await upload(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  it('is for agents', async () => {
    const stranger = { ...apiRequest({}, photo), claims: { sub: 'somebody' } };
    expect(await upload(photo, stranger)).toMatchObject({ status: 403 });
  });
});
