import { afterAll, beforeAll, expect, it } from 'vitest';
import { latenessSince, noteLateness } from '../../../functions/store/alert-lateness.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('tells how late alerts left, in bands, of the days asked for (A47)', async () => {
  const note = (day: string, milliseconds: number) => {
    const since = `2026-11-${day}T10:00:00.000Z`;
    const at = new Date(Date.parse(since) + milliseconds).toISOString();
    return noteLateness(engine.table, { at, since });
  };
  expect(await latenessSince(engine.table, '2026-11-01')).toBeUndefined();
  expect(await note('01', 90_000)).toBe(90_000);
  for (const milliseconds of [100, 240, 900, 900, 3000]) await note('20', milliseconds);
  expect(await latenessSince(engine.table, '2026-11-15')).toEqual({ count: 5, p50: 1000, p99: 4000 });
  expect(await latenessSince(engine.table, '2026-11-01')).toEqual({ count: 6, p50: 1000, p99: 128_000 });
});
