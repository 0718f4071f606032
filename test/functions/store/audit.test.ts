import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAudit } from '../../../functions/store/audit.ts';
import { componentSettings, putSettings, tagSettings } from '../../../functions/store/settings.ts';
import { announcementsOf } from '../../../functions/store/stream.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';
import { allItems } from './table-items.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('announces a change of settings (A94)', async () => {
  const by = { actor: { id: 'mina', name: 'Mina' }, at: NOW, traceId: 'trace-1', before: { components: [] } };
  await putSettings(engine.table, componentSettings, { value: { components: [] }, version: 0 }, by);
  const items = (await allItems(engine.table)).filter(({ pk }) => pk === 'SETTINGS#components');
  expect(items.flatMap((item) => announcementsOf(marshall(item)))).toMatchObject([
    { at: NOW, traceId: 'trace-1', name: 'settings.changed', data: { document: 'components' } },
  ]);
});

it('lists a change of settings if it was saved, and else not (A42)', async () => {
  const by = { actor: { id: 'mina', name: 'Mina' }, at: NOW, traceId: 'trace-1', before: { tags: [] } };
  const value = { tags: [{ name: 'vip' }] };
  expect(await putSettings(engine.table, tagSettings, { value, version: 0 }, by)).toBe('saved');
  expect(await putSettings(engine.table, tagSettings, { value, version: 0 }, by)).toBe('conflict');
  const { entries, last } = await listAudit(engine.table, { limit: 5 });
  expect(entries.filter(({ document }) => document === 'tags')).toMatchObject([
    { at: NOW, actor: { name: 'Mina' } },
  ]);
  expect(last).toBeUndefined();
});
