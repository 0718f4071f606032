import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bucket, readText } from '../../functions/media/bucket.ts';
import { drawStatusPage } from '../../functions/status-page.ts';
import { componentSettings, putSettings } from '../../functions/store/settings.ts';
import { publishStatus } from '../../functions/store/status.ts';
import type { Table } from '../../functions/store/table.ts';
import { openTestBucket, type TestBucket } from './media/bucket-engine.ts';
import { entry, NOW } from './status/sample-board.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
let files: TestBucket;
let bucket: Bucket;
let table: Table;
beforeAll(async () => {
  [engine, files] = await Promise.all([openTestEngine(), openTestBucket()]);
  bucket = files.bucket;
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(async () => {
  await Promise.all([engine.close(), files.close()]);
});

const draw = (now = NOW) =>
  drawStatusPage({ table, bucket, clock: () => now, statusUrl: 'https://help.example.com/status' });
const publish = (fields: Parameters<typeof entry>[0] = {}) => {
  const { updates, version: _, ...facts } = entry(fields);
  return publishStatus(table, { ...facts, update: updates[0] }, NOW);
};

describe('the status page', () => {
  it('is there before anybody published anything', async () => {
    expect(await draw()).toEqual(['status', 'status/subscribe', 'status.json', 'status/feed.atom']);
    expect(await readText(bucket, 'status')).toContain('Everything works');
  });

  it('is written again only where something changed', async () => {
    await draw();
    expect(await draw()).toEqual([]);
    await publish();
    expect(await draw()).toEqual(['status', 'status.json', 'status/feed.atom']);
    expect(await readText(bucket, 'status')).toContain('Booking fails');
    expect(await draw()).toEqual([]);
  });

  it('turns with the clock: planned work begins and ends, and days pass', async () => {
    await publish({
      kind: 'maintenance',
      startsAt: '2026-11-27T13:00:00.000Z',
      endsAt: '2026-11-27T14:00:00.000Z',
    });
    const states: unknown[] = [];
    for (const at of ['12:00', '13:00', '14:00']) {
      await draw(`2026-11-27T${at}:00.000Z`);
      states.push(JSON.parse((await readText(bucket, 'status.json')) ?? '').status.state);
    }
    expect(states).toEqual(['operational', 'maintenance', 'operational']);
    expect(await draw('2026-11-28T00:00:00.000Z')).not.toEqual(['status/subscribe']);
  });

  it('shows the latest when several draw and publish at once', async () => {
    await Promise.all([draw(), publish(), draw(), publish({ id: 'I2', title: 'Second' }), draw()]);
    await draw();
    const page = await readText(bucket, 'status');
    expect(page).toContain('Booking fails');
    expect(page).toContain('Second');
  });

  it('has the name that an admin gave', async () => {
    const value = { name: 'Corvid Air', components: [{ id: 'app', name: 'App' }] };
    await putSettings(table, componentSettings, { value, version: 0 });
    await draw();
    expect(await readText(bucket, 'status')).toContain('<h1>Corvid Air status</h1>');
    expect(await readText(bucket, 'status/subscribe')).toContain('<h1>Corvid Air status</h1>');
  });
});
