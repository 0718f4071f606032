import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { policyRoutes, routingRoutes, tagRoutes, teamRoutes } from '../../../functions/api/settings.ts';
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

const save = (respond: typeof routingRoutes.put, body: unknown) =>
  api.ask(respond, apiRequest({ claims: claimsOf('admin'), headers: { 'if-match': '*' } }, body));
const read = (respond: typeof routingRoutes.get) => api.ask(respond, { claims: claimsOf('admin') });

const rule = {
  id: 'refund',
  name: 'Refunds',
  if: { businessHours: 'closed', calendar: 'office' },
  then: { teamId: 'money', policyId: 'slow', tags: ['refund'] },
};
const book = { rules: [rule], assignment: {} };
const team = { id: 'money', name: 'Money', recipients: { team: [], lead: [], admin: [] } };
const policy = {
  id: 'slow',
  match: {},
  targets: { firstResponse: 'P1D', nextResponse: 'P1D' },
  calendar: '24x7',
};
const office = { timeZone: 'UTC', week: { fri: [['09:00', '17:00']] }, holidays: [] };
const named = (answer: { body: unknown }) => {
  const { warnings } = JSON.parse(JSON.stringify(answer.body));
  return warnings.map(({ ruleId, kind, name }: Record<string, string>) => `${ruleId}: ${kind} ${name}`);
};

describe('rules that name what there is not', () => {
  it('are saved, and named in the answer and whenever they are read', async () => {
    const saved = await save(routingRoutes.put, book);
    const all = [
      'refund: team money',
      'refund: policy slow',
      'refund: calendar office',
      'refund: tag refund',
    ];
    expect(saved.status).toBe(200);
    expect(named(saved)).toEqual(all);
    expect(named(await read(routingRoutes.get))).toEqual(all);
  });

  it('are warned of no more once the other documents hold it', async () => {
    await save(routingRoutes.put, book);
    expect(named(await save(teamRoutes.put, { teams: [team] }))).toEqual([]);
    expect(named(await save(policyRoutes.put, { policies: [policy], calendars: { office } }))).toEqual([]);
    expect(named(await save(tagRoutes.put, { tags: [{ name: 'refund' }] }))).toEqual([]);
    expect(named(await read(routingRoutes.get))).toEqual([]);
  });

  it('are named to whoever takes it away', async () => {
    await save(teamRoutes.put, { teams: [team] });
    await save(routingRoutes.put, book);
    expect(named(await save(teamRoutes.put, { teams: [] }))).toEqual(['refund: team money']);
    expect(named(await save(policyRoutes.put, { policies: [] }))).toEqual([
      'refund: policy slow',
      'refund: calendar office',
    ]);
    expect(named(await save(tagRoutes.put, { tags: [] }))).toEqual(['refund: tag refund']);
  });

  it('may be sent back as they were read, with their warnings', async () => {
    await save(routingRoutes.put, book);
    const { body } = await read(routingRoutes.get);
    expect(await save(routingRoutes.put, body)).toMatchObject({ status: 200 });
    expect(await save(routingRoutes.put, { ...book, warning: [] })).toMatchObject({ status: 400 });
  });
});
