import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Drop } from '../../../functions/errors.ts';
import { fetchLeftOut } from '../../../functions/handlers/media.ts';
import { notCopied } from '../../../functions/media/not-copied.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { file, startFileHost, status } from '../media/file-host.ts';
import { mediaDesk } from '../media/media-desk.ts';
import { png } from '../media/sample-files.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { busRecord } from './alert-desk.ts';

let tables: TestTable;
let buckets: TestBucket;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestTable(), openTestBucket()]);
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

const deskAt = (...origins: string[]) => mediaDesk(tables.table, buckets.bucket, origins);

/** An announcement that the queue hands over for the given time. */
const announced = (messageId: string, time = 1, name = 'message.attached') => {
  const data = { messageId, visibility: 'public', channel: 'x' };
  const detail = { id: 'E1', at: '', traceId: 'trace-9', conversationId: 'c', name, data };
  return { ...busRecord(name, detail), attributes: { ApproximateReceiveCount: `${time}` } };
};

describe('an announced file', () => {
  it('is copied', async () => {
    const host = await startFileHost({ '/a.jpg': file(png) });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    await fetchLeftOut(announced(message.id), desk.services);
    expect(await desk.attachmentsOf(message)).toMatchObject([{ copiedTo: `inbound/${message.id}/0` }]);
    expect(desk.services.telemetry.lines).toMatchObject([{ fields: { traceId: 'trace-9', settled: 1 } }]);
  });

  it('is tried four times, and then noted as missing instead of given to the dead letters', async () => {
    const host = await startFileHost({ '/a.jpg': status(500) });
    const desk = deskAt(host.origin);
    const message = await desk.receive([{ type: 'image', url: `${host.origin}/a.jpg` }]);
    for (const time of [1, 2, 3])
      await expect(fetchLeftOut(announced(message.id, time), desk.services)).rejects.toThrow(
        'may come later',
      );
    await fetchLeftOut(announced(message.id, 4), desk.services);
    expect(await desk.attachmentsOf(message)).toMatchObject([{ notCopied: notCopied.unreachable }]);
  });

  it.each([
    ['another announcement', announced('c.m', 1, 'message.received')],
    ['no JSON', { body: '', attributes: { ApproximateReceiveCount: '1' } }],
  ])('is not looked for after %s', async (_name, record) => {
    await expect(fetchLeftOut(record, deskAt().services)).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
