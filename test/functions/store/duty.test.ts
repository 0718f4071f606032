import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueBy } from '../../../functions/store/due.ts';
import { awaitShift, dutyDue, dutyOf, endAwaitingShift } from '../../../functions/store/duty.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const due = async () => {
  const found = [];
  for await (const page of dueBy(engine.table, '2026-12-31T00:00:00.000Z')) found.push(...page);
  return found;
};

describe('a duty', () => {
  it('is told apart from all else that falls due', () => {
    expect(dutyOf('presence:mary.smith')).toEqual({ kind: 'presence', name: 'mary.smith' });
    expect(dutyOf('shift:support')).toEqual({ kind: 'shift', name: 'support' });
    expect(dutyOf('01KAQ.01KAR')).toBeUndefined();
    expect(dutyDue({ kind: 'shift', name: 'a' }, undefined)).toEqual({});
  });

  it('of a shift falls due once, at the latest instant that was set (A92)', async () => {
    await awaitShift(engine.table, 'support', '2026-11-21T00:00:00.000Z');
    await awaitShift(engine.table, 'support', NOW);
    expect(await due()).toEqual([{ id: 'shift:support', dueAt: NOW }]);
    await endAwaitingShift(engine.table, 'support');
    expect(await due()).toEqual([]);
  });
});
