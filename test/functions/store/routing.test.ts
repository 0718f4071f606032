import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRouting } from '../../../functions/store/routing.ts';
import { putSettings, vipSettings } from '../../../functions/store/settings.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('reads what routing goes by together, and names its state (A12)', async () => {
  const empty = await loadRouting(engine.table);
  expect(empty.versions).toBe('0.0.0');
  expect(empty.read()).toEqual({
    book: { rules: [], assignment: {} },
    vips: { vips: [] },
    teams: { teams: [] },
  });
  await putSettings(engine.table, vipSettings, { value: { vips: [{ nativeId: '7' }] }, version: 0 });
  const saved = await loadRouting(engine.table);
  expect(saved.versions).toBe('0.1.0');
  expect(saved.read().vips).toEqual({ vips: [{ nativeId: '7' }] });
});
