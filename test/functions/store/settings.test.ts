import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicies } from '../../../functions/domain/policy.ts';
import { getSettings, policySettings, putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const teams = (name: string) => ({
  teams: [{ id: 'support', name, recipients: { team: [], lead: [], admin: [] } }],
});

describe('settings', () => {
  it('are what comes with Hark until somebody saves some (A12)', async () => {
    expect(await getSettings(engine.table, policySettings)).toEqual({ value: defaultPolicies, version: 0 });
  });

  it('are saved over the version that they were made from, and over no other (A12)', async () => {
    const save = (name: string, version: number) =>
      putSettings(engine.table, teamSettings, { value: teams(name), version });
    expect(await save('First', 0)).toBe('saved');
    expect(await save('Late', 0)).toBe('conflict');
    expect(await save('Second', 1)).toBe('saved');
    expect(await save('Late', 1)).toBe('conflict');
    expect(await getSettings(engine.table, teamSettings)).toEqual({ value: teams('Second'), version: 2 });
  });

  it('are saved by one of two who save at once', async () => {
    const { version } = await getSettings(engine.table, policySettings);
    const save = () => putSettings(engine.table, policySettings, { value: defaultPolicies, version });
    expect((await Promise.all([save(), save()])).sort()).toEqual(['conflict', 'saved']);
  });
});
