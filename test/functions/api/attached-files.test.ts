import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { showConversation } from '../../../functions/api/conversations.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { senderOf } from '../../../functions/channels/senders.ts';
import { putFile, readBeginning } from '../../../functions/media/bucket.ts';
import { latestMessages } from '../../../functions/store/conversations.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { png } from '../media/sample-files.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let tables: TestEngine;
let buckets: TestBucket;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestEngine(), openTestBucket()]);
});
beforeEach(async () => {
  api = openApiDesk(await tables.newTable(), buckets.bucket);
  await api.say('question');
  id = await api.conversationId();
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

const uploadIds = Array.from({ length: 5 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const [first = '', second = ''] = uploadIds;
const put = (uploadId: string, bytes: Uint8Array = png, contentType = 'image/png') =>
  putFile(buckets.bucket, `uploads/${uploadId}`, { bytes, contentType });
const reply = (ids: string[], fields = {}) =>
  api.ask(
    (asked, services) => postReply(asked, { ...services, senderOf }),
    apiRequest(
      { parameters: { id }, path: `/api/conversations/${id}/replies` },
      { text: 'See here.', attachments: ids.map((uploadId) => ({ uploadId })), ...fields },
    ),
  );
const answers = async () =>
  (await latestMessages(api.desk.table, id, 50)).filter(({ direction }) => direction === 'outbound');

const Shown = z.object({ attachments: z.array(z.looseObject({ url: z.optional(z.string()) })) });

describe('a reply with files', () => {
  it('takes them out of what expires, and shows them to the agent', async () => {
    await put(first);
    const { status, body } = await reply([first]);
    expect(status).toBe(202);
    const kept = { type: 'image', contentType: 'image/png', size: png.length, copiedTo: `outbound/${first}` };
    expect(await answers()).toMatchObject([{ text: 'See here.', attachments: [kept] }]);
    expect(await readBeginning(buckets.bucket, `outbound/${first}`)).toMatchObject({ size: png.length });
    const { message } = z.object({ message: Shown }).parse(body);
    const { body: detail } = await api.ask(showConversation, apiRequest({ parameters: { id } }));
    const later = z
      .object({ messages: z.array(Shown) })
      .parse(detail)
      .messages.at(-1);
    for (const { url = '' } of [...message.attachments, ...(later?.attachments ?? [])])
      expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(png);
  });

  it('needs no words', async () => {
    await put(first);
    expect(await reply([first], { text: '' })).toMatchObject({ status: 202 });
    expect(await answers()).toMatchObject([{ text: '', attachments: [{ type: 'image' }] }]);
  });

  it('gives them to the first part of a long text', async () => {
    await put(first);
    expect(await reply([first], { text: 'word '.repeat(100), split: true })).toMatchObject({ status: 202 });
    expect((await answers()).map(({ attachments }) => attachments.length)).toEqual([1, 0]);
  });

  it.each([
    ['that never came', undefined, 'media:not-uploaded'],
    ['that is no picture', Buffer.from('<script>alert(1)</script>'), 'media:not-as-promised'],
  ])('is refused for a file %s, and nothing is stored', async (_name, bytes, code) => {
    if (bytes) await put(second, bytes);
    const uploadId = bytes ? second : '00000000-0000-4000-8000-00000000ffff';
    expect(await reply([uploadId])).toMatchObject({ status: 422, body: { code } });
    expect(await answers()).toEqual([]);
  });

  it('is refused when the platform takes no such set, before anything is kept', async () => {
    const film = '00000000-0000-4000-8000-00000000aaaa';
    await put(film, Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2', 'latin1'), 'video/mp4');
    await put(second);
    expect(await reply([film, second])).toMatchObject({ status: 422, body: { code: 'x:too-many-media' } });
    expect(await readBeginning(buckets.bucket, `outbound/${film}`)).toBeUndefined();
    expect(await answers()).toEqual([]);
  });

  it.each([
    ['five files', { attachments: uploadIds.map((uploadId) => ({ uploadId })) }, 'attachments'],
    ['an id that is none', { attachments: [{ uploadId: '../inbound/1' }] }, 'attachments.0.uploadId'],
    ['neither words nor files', { text: ' ', attachments: [] }, 'text'],
  ])('names what is wrong: %s', async (_name, fields, field) => {
    expect(await reply([], fields)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});
