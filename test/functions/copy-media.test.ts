import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xSender } from '../../functions/channels/x/send.ts';
import { copyMedia } from '../../functions/copy-media.ts';
import { causeOf } from '../../functions/desk.ts';
import { editMessage } from '../../functions/domain/edit-message.ts';
import type { Message } from '../../functions/domain/message.ts';
import { readBeginning, readFile } from '../../functions/media/bucket.ts';
import { notCopied } from '../../functions/media/not-copied.ts';
import { commit } from '../../functions/store/commit.ts';
import { getConversation, getMessage, latestActivity } from '../../functions/store/conversations.ts';
import { openTestBucket, type TestBucket } from './media/bucket-engine.ts';
import { file, startFileHost, status } from './media/file-host.ts';
import { mediaDesk, type TestMediaDesk } from './media/media-desk.ts';
import { png } from './media/sample-files.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let tables: TestTable;
let buckets: TestBucket;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestTable(), openTestBucket()]);
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

const deskAt = (...origins: string[]) => mediaDesk(tables.table, buckets.bucket, origins);
const copy = ({ services }: TestMediaDesk, { id: messageId }: Message, isLastTry = false) =>
  copyMedia({ messageId, traceId: 'trace-9', isLastTry }, services);
const copied = ({ id }: Message, index: number) => ({
  copiedTo: `inbound/${id}/${index}`,
  contentType: 'image/png',
  size: png.length,
});

describe('a file of a customer', () => {
  it('is copied into the bucket, and the message says where it is and what', async () => {
    const host = await startFileHost({ '/a.jpg': file(png, { 'content-type': 'text/html' }) });
    const desk = deskAt(host.origin);
    const photo = { type: 'image', url: `${host.origin}/a.jpg`, title: 'A' } as const;
    const message = await desk.receive([{ type: 'link', url: 'https://example.com' }, photo]);
    await copy(desk, message);
    expect(await desk.attachmentsOf(message)).toEqual([
      { type: 'link', url: 'https://example.com' },
      { ...photo, ...copied(message, 1) },
    ]);
    expect(Buffer.from(await readFile(buckets.bucket, `inbound/${message.id}/1`))).toEqual(png);
    expect(await readBeginning(buckets.bucket, `inbound/${message.id}/1`)).toMatchObject({
      contentType: 'image/png',
    });
  });

  it('is copied once, however often it is announced', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    await copy(desk, message);
    await copy(desk, message);
    expect(host.asked).toHaveLength(1);
    expect(desk.services.telemetry.numbers).toEqual([
      { name: 'Media', value: 1, dimensions: { channel: 'x', outcome: 'copied' } },
    ]);
  });

  it('adds nothing to the activity of the conversation', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    const before = await latestActivity(tables.table, message.conversationId, 10);
    await copy(desk, message);
    expect(await latestActivity(tables.table, message.conversationId, 10)).toEqual(before);
  });

  it('undoes no edit that came in while it was fetched', async () => {
    const host = await startFileHost({
      '/a.jpg': (request, response) => {
        edit().then(() => file(png)(request, response));
      },
    });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    const edit = async () => {
      const conversation = await getConversation(tables.table, message.conversationId);
      if (!conversation) throw new Error('The conversation is gone.');
      const cause = causeOf(desk.services.desk, 'trace-8', { policies: [], calendars: {} });
      const words = { nativeId: message.nativeId ?? '', text: 'Edited', at: '2026-11-20T11:00:00.000Z' };
      const change = editMessage(words, { message, conversation }, cause);
      if (change) await commit(tables.table, change);
    };
    await copy(desk, message);
    expect(await getMessage(tables.table, message.id)).toMatchObject({
      text: 'Edited',
      attachments: [copied(message, 0)],
    });
  });

  it('that was taken back is not fetched', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const desk = deskAt(host.origin);
    const photo = { type: 'image', url: `${host.origin}/a.jpg` } as const;
    await copy(desk, await desk.receive([photo], { deletedAt: '2026-11-20T10:16:00.000Z' }));
    expect(host.asked).toEqual([]);
  });

  it('of a message that is not there is nobody’s', async () => {
    const { services } = deskAt();
    await copyMedia({ messageId: 'nobody.nothing', traceId: '', isLastTry: false }, services);
    expect(services.telemetry.numbers).toEqual([]);
  });
});

describe('a file that cannot be had', () => {
  it.each([
    ['is gone', status(404), notCopied.gone],
    ['is no file that Hark keeps', file(Buffer.from('<svg><script/></svg>')), notCopied.kind],
    ['is too large', file(png, { 'content-length': `${25 * 1024 * 1024 + 1}` }), notCopied['too-large']],
    ['is elsewhere', status(302, 'http://169.254.169.254/'), notCopied.elsewhere],
  ])('gets a note at once when it %s', async (_name, answer, note) => {
    const host = await startFileHost({ '/a.jpg': answer });
    const desk = deskAt(host.origin);
    const photo = { type: 'image', url: `${host.origin}/a.jpg` } as const;
    const message = await desk.receive([photo]);
    await copy(desk, message);
    expect(await desk.attachmentsOf(message)).toEqual([{ ...photo, notCopied: note }]);
  });

  it('from a host of another channel gets a note without a request', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const desk = deskAt('https://pbs.twimg.com');
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    await copy(desk, message);
    expect(await desk.attachmentsOf(message)).toMatchObject([{ notCopied: notCopied.elsewhere }]);
    expect(host.asked).toEqual([]);
  });

  it('just now is tried again, and what came meanwhile is kept', async () => {
    const host = await startFileHost({ '/a.jpg': file(png), '/b.jpg': status(503) });
    const desk = deskAt(host.origin);
    const [first, second] = ['a', 'b'].map((name) => ({
      type: 'image' as const,
      url: `${host.origin}/${name}.jpg`,
    }));
    if (!first || !second) throw new Error('There are two.');
    const message = await desk.receive([first, second]);
    await expect(copy(desk, message)).rejects.toThrow('1 files');
    expect(await desk.attachmentsOf(message)).toEqual([{ ...first, ...copied(message, 0) }, second]);
    await expect(copy(desk, message)).rejects.toThrow('1 files');
    expect(host.asked.map(({ path }) => path)).toEqual(['/a.jpg', '/b.jpg', '/b.jpg']);
  });

  it('after the last try gets a note', async () => {
    const host = await startFileHost({ '/a.jpg': status(503) });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    await copy(desk, message, true);
    expect(await desk.attachmentsOf(message)).toMatchObject([{ notCopied: notCopied.unreachable }]);
  });

  it('because the bucket fails is left for the queue to deliver again', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const bucket = { ...buckets.bucket, name: 'another' };
    const desk = mediaDesk(tables.table, bucket, [host.origin]);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    await expect(copy(desk, message, true)).rejects.toThrow();
    expect(await desk.attachmentsOf(message)).toEqual(message.attachments);
  });
});

it('asks for a file as the channel says', async () => {
  const host = await startFileHost({ '/a.jpg': file(png) });
  const mediaHeaders = (url: string, { accountId, nonce }: { accountId: string; nonce: string }) => ({
    authorization: `${accountId} ${nonce} ${url}`,
  });
  const sender = { ...xSender, mediaHeaders };
  const desk = mediaDesk(tables.table, buckets.bucket, [host.origin], sender);
  await copy(desk, await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]));
  expect(host.asked[0]?.headers.authorization).toBe(`1800000000000000001 nonce ${host.origin}/a.jpg`);
});
