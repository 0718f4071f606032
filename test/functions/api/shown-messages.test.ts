import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownMessages } from '../../../functions/api/shown-messages.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { sampleMessage } from '../store/sample.ts';
import { openApiDesk } from './api-desk.ts';

let tables: TestTable;
let buckets: TestBucket;
beforeAll(async () => {
  [tables, buckets] = await Promise.all([openTestTable(), openTestBucket()]);
});
afterAll(() => Promise.all([tables.close(), buckets.close()]));

it('shows messages in their order, their files by addresses of ours', async () => {
  const copied = { type: 'image', copiedTo: 'inbound/c.m/0', contentType: 'image/png' } as const;
  const { services } = openApiDesk(tables.table, buckets.bucket);
  const shown = await shownMessages(
    [
      sampleMessage({ id: 'c' }, 'one', { attachments: [copied] }),
      sampleMessage({ id: 'c' }, 'two', { text: 'No files here' }),
    ],
    services,
  );
  expect(shown).toMatchObject([
    { attachments: [{ ...copied, url: expect.stringContaining('/media/inbound/c.m/0?') }] },
    { text: 'No files here', attachments: [] },
  ]);
  expect(shown[0]).not.toHaveProperty('conversationId');
});
