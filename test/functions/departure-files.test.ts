import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Order } from '../../functions/channels/sending.ts';
import { xSender } from '../../functions/channels/x/send.ts';
import { depart } from '../../functions/departure.ts';
import type { Dispatch } from '../../functions/dispatch.ts';
import { putFile } from '../../functions/media/bucket.ts';
import { commit } from '../../functions/store/commit.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { recordTelemetry } from './handlers/recorded-telemetry.ts';
import { openTestBucket, type TestBucket } from './media/bucket-engine.ts';
import { png } from './media/sample-files.ts';
import { openTestTable, type TestTable } from './store/engine.ts';
import { NOW, opening, sampleConversation, sampleMessage } from './store/sample.ts';

let tables: TestTable;
let buckets: TestBucket;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestTable(), openTestBucket()]);
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

it('gives the platform what the agent attached: where it is, what it is, and its bytes', async () => {
  const orders: Order[] = [];
  const dispatch: Dispatch = {
    desk: { table: tables.table, clock: () => NOW, orderedId },
    telemetry: recordTelemetry(),
    senderOf: () => ({
      ...xSender,
      send: async (order) => {
        orders.push(order);
        return { outcome: 'sent', nativeId: '99' };
      },
    }),
    secrets: { of: async () => ({ signingKeys: ['key'], accounts: {} }) },
    apiUrlOf: () => '',
    rateOf: () => ({ use: 'public', rate: { burst: 10, seconds: 1 } }),
    fetch,
    nonce: () => 'nonce',
    bucket: buckets.bucket,
  };
  const conversation = sampleConversation('files');
  const kept = { type: 'image', copiedTo: 'outbound/1', contentType: 'image/png', size: png.length } as const;
  const message = sampleMessage(conversation, 'answer', {
    nativeId: undefined,
    direction: 'outbound',
    state: 'queued',
    attachments: [kept],
    outbound: { leavesAt: NOW, attempts: 0 },
  });
  await commit(tables.table, opening(conversation, message));
  await putFile(buckets.bucket, 'outbound/1', { bytes: png, contentType: 'image/png' });
  await depart(message.id, 'trace-1', dispatch);
  const [medium] = orders.flatMap(({ media }) => media);
  expect(medium).toMatchObject({ type: 'image', contentType: 'image/png', size: png.length });
  expect(Buffer.from((await medium?.bytes()) ?? [])).toEqual(png);
  expect(Buffer.from(await (await fetch(medium?.url ?? '')).arrayBuffer())).toEqual(png);
});
