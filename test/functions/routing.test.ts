import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFacts } from '../../functions/domain/routing.ts';
import { routing } from '../../functions/routing.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { putSettings, routingSettings, teamSettings, vipSettings } from '../../functions/store/settings.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const facts: RouteFacts = {
  ...{ channel: 'x', visibility: 'public', text: 'hello', followers: 0, verified: false, vip: false },
  ...{ customer: [], now: '2026-11-20T12:00:00.000Z', calendars: {} },
};

describe('a desk with rules', () => {
  it('goes by what is saved, within ten seconds, and makes nothing ready twice', async () => {
    let now = Date.parse('2026-11-20T12:00:00.000Z');
    const { table } = engine;
    const desk = routing({ table, orderedId, clock: () => new Date(now).toISOString() });
    const first = await desk.routing?.();
    expect(first?.route(facts).fired).toEqual([]);
    const rules = [{ id: 'all', name: 'All', if: {}, then: { teamId: 'money' } }];
    await putSettings(table, routingSettings, { value: { rules, assignment: {} }, version: 0 });
    await putSettings(table, vipSettings, { value: { vips: [{ handle: 'ada' }] }, version: 0 });
    const recipients = { team: [], lead: [], admin: [] };
    const teams = [{ id: 'money', name: 'Money', recipients, order: 'day' as const }];
    await putSettings(table, teamSettings, { value: { teams }, version: 0 });
    now += 9999;
    expect(await desk.routing?.()).toBe(first);
    now += 1;
    const second = await desk.routing?.();
    expect(second?.route(facts).outcome.teamId).toBe('money');
    expect(second?.isVip('x', { nativeId: '1', handle: 'Ada' })).toBe(true);
    expect(second?.orderOf('money')).toBe('day');
    now += 60_000;
    expect(await desk.routing?.()).toBe(second);
  });
});
