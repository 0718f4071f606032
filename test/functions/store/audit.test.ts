import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAudit } from '../../../functions/store/audit.ts';
import { putSettings, tagSettings } from '../../../functions/store/settings.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('lists a change of settings if it was saved, and else not (A42)', async () => {
  const by = { actor: { id: 'mina', name: 'Mina' }, at: NOW, before: { tags: [] } };
  const value = { tags: [{ name: 'vip' }] };
  expect(await putSettings(engine.table, tagSettings, { value, version: 0 }, by)).toBe('saved');
  expect(await putSettings(engine.table, tagSettings, { value, version: 0 }, by)).toBe('conflict');
  const { entries, last } = await listAudit(engine.table, { limit: 5 });
  expect(entries).toMatchObject([{ at: NOW, actor: { name: 'Mina' }, document: 'tags' }]);
  expect(last).toBeUndefined();
});
