import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetUnassigned, keepUnassigned, listUnassigned } from '../../../functions/store/unassigned.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const entry = (minute: number, teamId = 'team') => ({
  teamId,
  dueAt: `2026-11-20T12:0${minute}:00.000Z`,
  conversationId: `c${minute}`,
});

it('lists what waits for an agent of a team, most urgent first, until it is taken up (A89)', async () => {
  for (const one of [entry(3), entry(1), entry(2), entry(1), entry(0, 'others')])
    await keepUnassigned(engine.table, one);
  expect(await listUnassigned(engine.table, 'team', 2)).toEqual([entry(1), entry(2)]);
  await forgetUnassigned(engine.table, entry(1));
  expect(await listUnassigned(engine.table, 'team', 9)).toEqual([entry(2), entry(3)]);
});
