import { afterAll, beforeAll, expect, it } from 'vitest';
import { recentBroadcasts } from '../../../functions/broadcasts/recent-broadcast.ts';
import { saveBroadcast } from '../../../functions/store/broadcasts.ts';
import { broadcastOf, later, NOW } from '../domain/sample-broadcast.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('knows within a second that a broadcast was paused', async () => {
  const time = { now: NOW };
  const { table } = engine;
  const occasion = { at: NOW, actor: 'lead-1', traceId: 't' };
  const before = broadcastOf({ version: 0, state: 'publishing' });
  await saveBroadcast(table, { before: undefined, after: before }, [], occasion);
  const recent = recentBroadcasts({ table, clock: () => time.now });
  expect((await recent('b1'))?.state).toBe('publishing');
  const after = { ...before, version: 1 };
  await saveBroadcast(table, { before: after, after: { ...after, state: 'paused' } }, [], occasion);
  expect((await recent('b1'))?.state).toBe('publishing');
  time.now = later(1);
  expect((await recent('b1'))?.state).toBe('paused');
  expect(await recent('another')).toBeUndefined();
});
