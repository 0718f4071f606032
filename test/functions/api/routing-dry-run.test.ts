import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tryRouting } from '../../../functions/api/routing-dry-run.ts';
import { routingRoutes, vipRoutes } from '../../../functions/api/settings.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const book = {
  rules: [
    { id: 'press', name: 'Press', if: { reachAtLeast: 10_000 }, then: { teamId: 'press', priority: 'high' } },
    { id: 'vip', name: 'VIPs', if: { vip: true }, then: { tags: ['vip'] } },
    { id: 'refund', name: 'Refunds', if: { words: ['refund'] }, then: { teamId: 'money', stop: true } },
    { id: 'rest', name: 'Rest', if: {}, then: { tags: ['rest'] } },
  ],
};
const save = (respond: typeof routingRoutes.put, body: unknown, role = 'admin') =>
  api.ask(respond, apiRequest({ claims: claimsOf(role), headers: { 'if-match': '*' } }, body));
const attempt = (body: unknown, role = 'lead') =>
  api.ask(tryRouting, apiRequest({ claims: claimsOf(role) }, body));

describe('the dry run', () => {
  it('tells which rules fire and why, and what they say', async () => {
    await save(routingRoutes.put, book);
    await save(vipRoutes.put, { vips: [{ handle: 'ada' }] });
    const answer = await attempt({ text: 'My refund!', channel: 'x', handle: 'Ada', followers: 25_000 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        fired: [
          { id: 'press', because: ['25000 followers are at least 10000'] },
          { id: 'vip', because: ['the person is a VIP'] },
          { id: 'refund', because: ['it says “refund”'] },
        ],
        outcome: { teamId: 'press', priority: 'high', tags: ['vip'] },
      },
    });
  });

  it('tells where a message goes that no rule is about', async () => {
    expect(await attempt({ text: 'Hello', channel: 'facebook' })).toMatchObject({
      body: { fired: [], outcome: { teamId: 'support', priority: 'normal', tags: [] } },
    });
  });

  it('tries rules that are not saved, and saves none', async () => {
    const trial = { text: 'refund', channel: 'x', book: { rules: book.rules.slice(2) } };
    expect(await attempt(trial)).toMatchObject({ body: { outcome: { teamId: 'money' } } });
    expect(await api.ask(routingRoutes.get, { claims: claimsOf('admin') })).toMatchObject({
      headers: { etag: '"0"' },
      body: { rules: [], assignment: {} },
    });
  });

  it('is for leads', async () => {
    expect(await attempt({ text: '', channel: 'x' }, 'agent')).toMatchObject({ status: 403 });
  });

  it.each([
    { name: 'another channel', body: { text: '', channel: 'telegraph' } },
    { name: 'no text', body: { channel: 'x' } },
    { name: 'a time in words', body: { text: '', channel: 'x', at: 'noon' } },
    { name: 'rules that cannot be', body: { text: '', channel: 'x', book: { rules: [{}] } } },
  ])('refuses $name', async ({ body }) => {
    expect(await attempt(body)).toMatchObject({ status: 400 });
  });
});

describe('PUT /api/settings/routing', () => {
  it('fills in how work is assigned', async () => {
    const assignment = { support: { method: 'round-robin' } };
    expect(await save(routingRoutes.put, { rules: [], assignment })).toMatchObject({
      status: 200,
      body: { assignment: { support: { method: 'round-robin', capacity: 10, giveBackAfter: 'PT15M' } } },
    });
  });

  it.each([
    {
      name: 'a slip of the pen in a condition',
      body: { rules: [{ id: 'a', name: 'A', if: { chanel: 'x' }, then: {} }] },
    },
    {
      name: 'a reason that there is not',
      body: { rules: [{ id: 'a', name: 'A', if: { reason: 'fun' }, then: {} }] },
    },
    { name: 'no capacity', body: { rules: [], assignment: { a: { method: 'off', capacity: 0 } } } },
  ])('refuses $name', async ({ body }) => {
    expect(await save(routingRoutes.put, body)).toMatchObject({ status: 400 });
  });

  it('is for admins', async () => {
    expect(await save(routingRoutes.put, book, 'lead')).toMatchObject({ status: 403 });
    expect(await save(vipRoutes.put, { vips: [] }, 'lead')).toMatchObject({ status: 403 });
  });
});
