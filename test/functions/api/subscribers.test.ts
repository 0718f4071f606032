import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liftSubscriber, showSubscribers } from '../../../functions/api/subscribers.ts';
import { listAudit } from '../../../functions/store/audit.ts';
import { getSubscriber, putSubscriber, subscriberId } from '../../../functions/store/subscribers.ts';
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

describe('a suppression', () => {
  const lift = (role: string, email: string) =>
    openApiDesk(engine.table).ask(
      liftSubscriber,
      apiRequest({ claims: claimsOf(role), method: 'POST', parameters: { id: subscriberId(email) } }),
    );
  async function lost(email: string, suppression: 'bounced' | 'complaint') {
    const id = subscriberId(email);
    const known = { id, email, secret: 's', since: NOW, askedAt: NOW, confirmedAt: NOW, version: 0 };
    await putSubscriber(engine.table, undefined, { ...known, state: 'suppressed', suppression }, NOW);
  }

  it('is lifted by an admin, which is noted without the address', async () => {
    await lost('ines@example.com', 'bounced');
    expect(await lift('lead', 'ines@example.com')).toMatchObject({ status: 403 });
    expect(await lift('admin', 'ines@example.com')).toMatchObject({
      status: 200,
      body: { state: 'confirmed' },
    });
    expect(await getSubscriber(engine.table, subscriberId('ines@example.com'))).toMatchObject({
      state: 'confirmed',
    });
    const { entries } = await listAudit(engine.table, { limit: 10 });
    expect(entries).toMatchObject([
      { document: 'subscribers', summary: 'Lets i…@example.com be mailed again, to whom mail had failed.' },
    ]);
    expect(await lift('admin', 'ines@example.com')).toMatchObject({ status: 409 });
  });

  it('of somebody who called our mail spam is not an admin’s to lift', async () => {
    await lost('liam@example.com', 'complaint');
    const answer = await lift('admin', 'liam@example.com');
    expect(answer).toMatchObject({ status: 409, body: { code: 'subscriber:complained' } });
    expect(await lift('admin', 'nobody@example.com')).toMatchObject({ status: 404 });
  });
});
