import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEvent } from '../../functions/desk.ts';
import type { RouteFacts } from '../../functions/domain/routing.ts';
import { routing } from '../../functions/routing.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import { contactKey, identityKey } from '../../functions/store/keys.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import {
  getSettings,
  putSettings,
  routingSettings,
  teamSettings,
  vipSettings,
} from '../../functions/store/settings.ts';
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
    expect(first?.asksFacts).toBe(false);
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

it('lets rules go by what agents know of a customer', async () => {
  const { table } = engine;
  const rule = {
    id: 's',
    name: 'Stays',
    if: { customerFacts: [{ key: 'stay' }] },
    then: { teamId: 'hotel' },
  };
  const { version } = await getSettings(table, routingSettings);
  await putSettings(table, routingSettings, { value: { rules: [rule], assignment: {} }, version });
  const desk = routing({ table, orderedId, clock: () => facts.now });
  const person = { nativeId: 'guest' };
  const identity = {
    channel: 'x',
    nativeId: 'guest',
    contactId: 'c1',
    profile: person,
    threads: {},
    version: 1,
  };
  const stay = { type: 'text', key: 'stay', value: 'room 12' };
  const contact = { id: 'c1', identities: [], facts: [stay], createdAt: facts.now };
  for (const Item of [
    { ...identityKey('x', 'guest'), ...identity },
    { ...contactKey('c1'), ...contact },
  ])
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  const said = {
    kind: 'message',
    direction: 'inbound',
    visibility: 'private',
    text: 'A pillow, please?',
  } as const;
  const where = { channel: 'x', accountId: '18', at: facts.now, nativeId: 'm1' } as const;
  await applyEvent({ ...where, ...said, person, attachments: [] }, 'trace-1', desk);
  const { conversations } = await listInbox(table, { status: 'open', teamId: 'hotel', limit: 1 });
  expect(conversations).toMatchObject([{ contactId: 'c1' }]);
});
