import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextGivingBack, reportPresence, teamsOf } from '../../functions/presence.ts';
import { putSettings, routingSettings } from '../../functions/store/settings.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

const NOW = '2026-11-20T10:00:00.000Z';
let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
  const settled = { method: 'least-loaded' as const, capacity: 2 };
  const assignment = {
    support: { ...settled, giveBackAfter: 'PT15M' },
    press: { ...settled, giveBackAfter: 'PT1H' },
    money: { ...settled, method: 'off' as const, giveBackAfter: 'PT1M' },
  };
  await putSettings(engine.table, routingSettings, { value: { rules: [], assignment }, version: 0 });
});
afterAll(() => engine.close());

const report = (id: string, teams: string[]) =>
  reportPresence({ id, name: id, teams }, 'offline', { table: engine.table, clock: () => NOW }, 't');

describe('the teams of an agent', () => {
  it('are those that assign work: their own, or all', async () => {
    await report('ann', []);
    await report('bob', ['press', 'money']);
    expect((await teamsOf('ann', engine)).toSorted()).toEqual(['press', 'support']);
    expect(await teamsOf('bob', engine)).toEqual(['press']);
    expect(await teamsOf('nobody', engine)).toEqual([]);
  });

  it('want their work back one after the other', async () => {
    const ann = await report('ann', []);
    expect(await nextGivingBack(ann, NOW, engine)).toBe('2026-11-20T10:15:00.000Z');
    expect(await nextGivingBack(ann, '2026-11-20T10:15:00.000Z', engine)).toBe('2026-11-20T11:00:00.000Z');
    expect(await nextGivingBack(ann, '2026-11-20T11:00:00.000Z', engine)).toBeUndefined();
  });
});

it('is noted of one agent by two pages at once', async () => {
  const reports = await Promise.all([report('cem', []), report('cem', []), report('cem', [])]);
  expect(new Set(reports.map(({ since }) => since))).toEqual(new Set([NOW]));
});
