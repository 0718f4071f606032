import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleTokens, takeTokens } from '../../../functions/store/spend.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('takes no more tokens than a day may cost, and counts what was really used (A80)', async () => {
  const { table } = engine;
  const at = '2026-11-20T10:00:00.000Z';
  expect(await takeTokens(table, { tokens: 600, at }, 1000)).toBe(true);
  expect(await takeTokens(table, { tokens: 600, at }, 1000)).toBe(false);
  await settleTokens(table, { tokens: -400, at });
  expect(await takeTokens(table, { tokens: 600, at }, 1000)).toBe(true);
  expect(await takeTokens(table, { tokens: 600, at: '2026-11-21T00:00:00.000Z' }, 1000)).toBe(true);
});
