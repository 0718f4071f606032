import { afterAll, beforeAll, expect, it } from 'vitest';
import { showStatus } from '../../../functions/handlers/status-page.ts';
import { readText } from '../../../functions/media/bucket.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { busRecord } from './alert-desk.ts';
import { recordTelemetry } from './recorded-telemetry.ts';

let engine: TestTable;
let files: TestBucket;
beforeAll(async () => {
  [engine, files] = await Promise.all([openTestTable(), openTestBucket()]);
});
afterAll(async () => {
  await Promise.all([engine.close(), files.close()]);
});

const at = '2026-11-27T10:00:00.000Z';
const show = (record: { body: string }) =>
  showStatus(record, {
    table: engine.table,
    bucket: files.bucket,
    clock: () => at,
    statusUrl: 'https://help.example.com/status',
    telemetry: recordTelemetry(),
  });

it('draws the page at the turn of the clock, and puts on it what was published, once', async () => {
  await show(busRecord('Scheduled Event', {}, 'aws.events'));
  expect(await readText(files.bucket, 'status')).toContain('Everything works');
  const data = {
    broadcastId: 'B1',
    incidentId: 'I1',
    kind: 'incident',
    title: 'Booking fails',
    text: 'We know.',
  };
  const shown = busRecord('broadcast.shown', { id: 'E1', at, traceId: 't', name: 'broadcast.shown', data });
  await show(shown);
  await show(shown);
  const page = (await readText(files.bucket, 'status')) ?? '';
  expect(page.match(/We know\./g)).toHaveLength(1);
});
