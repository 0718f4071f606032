import { afterAll, beforeAll, expect, it } from 'vitest';
import { showSubscribers } from '../../../functions/api/subscribers.ts';
import { putSubscriber, subscriberId } from '../../../functions/store/subscribers.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

const NOW = '2026-11-27T10:00:00.000Z';
let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
  for (const state of ['confirmed', 'suppressed'] as const) {
    const email = `${state}@example.com`;
    const known = {
      id: subscriberId(email),
      email,
      state,
      secret: 's',
      since: NOW,
      askedAt: NOW,
      version: 0,
    };
    const why = state === 'suppressed' ? { suppression: 'bounced' as const } : {};
    await putSubscriber(engine.table, undefined, { ...known, ...why }, NOW);
  }
});
afterAll(() => engine.close());

const ask = (role: string, query: Record<string, string> = {}) =>
  openApiDesk(engine.table).ask(showSubscribers, apiRequest({ claims: claimsOf(role), query }));

it('shows leads who is mailed, and how many', async () => {
  const { status, body } = await ask('lead');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    items: [{ email: 'confirmed@example.com', state: 'confirmed' }],
    counts: { confirmed: 1, pending: 0, suppressed: 1 },
  });
  expect(JSON.stringify(body)).not.toContain('secret');
});

it('shows who is not mailed any more, and why', async () => {
  expect(await ask('lead', { state: 'suppressed' })).toMatchObject({
    body: { items: [{ email: 'suppressed@example.com', suppression: 'bounced' }] },
  });
});

it('is not for agents, who have no use for addresses', async () => {
  expect(await ask('agent')).toMatchObject({ status: 403 });
  expect(await ask('lead', { state: 'else' })).toMatchObject({ status: 400 });
});
