import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPromise, latestBroken, promisesSince } from '../../../functions/store/promise-counts.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const news = (eventId: string, changes = {}) => ({
  eventId,
  fate: 'broken' as const,
  conversationId: 'C1',
  promiseId: 'p1',
  teamId: 'support',
  dueAt: '2026-11-20T16:00:00.000Z',
  at: '2026-11-20T16:00:01.000Z',
  ...changes,
});

describe('promises', () => {
  it('are counted by day and team, once per event (A76)', async () => {
    expect(await countPromise(engine.table, news('E1'))).toBe(true);
    expect(await countPromise(engine.table, news('E1'))).toBe(false);
    await countPromise(engine.table, news('E2', { fate: 'made', teamId: 'parcels' }));
    await countPromise(engine.table, news('E3', { fate: 'made', at: '2026-11-19T10:00:00.000Z' }));
    const none = { made: 0, kept: 0, keptLate: 0, broken: 0, withdrawn: 0 };
    expect(await promisesSince(engine.table, '2026-11-20')).toEqual([
      { ...none, day: '2026-11-20', teamId: 'parcels', made: 1 },
      { ...none, day: '2026-11-20', teamId: 'support', broken: 1 },
    ]);
    expect(await promisesSince(engine.table, '2026-11-19')).toHaveLength(3);
  });

  it('that were broken are listed, the latest first (A77)', async () => {
    await countPromise(engine.table, news('E4', { promiseId: 'p2', dueAt: '2026-11-21T16:00:00.000Z' }));
    expect((await latestBroken(engine.table, 5)).map(({ promiseId }) => promiseId)).toEqual(['p2', 'p1']);
    expect(await latestBroken(engine.table, 1)).toHaveLength(1);
  });
});
