import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewPolicies } from '../../../functions/api/policy-preview.ts';
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

const preview = (body: object, role = 'admin') =>
  api.ask(previewPolicies, apiRequest({ claims: claimsOf(role) }, { channel: 'x', ...body }));

/** A Friday, a quarter of an hour before the shop closes. */
const FRIDAY = '2026-11-20T16:45:00.000Z';
const office = {
  timeZone: 'UTC',
  week: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
  holidays: [],
};

describe('POST /api/settings/policies/preview', () => {
  it('tells when a message would be due by the policies in force, and why', async () => {
    expect(await preview({ at: FRIDAY })).toMatchObject({
      status: 200,
      body: {
        policyId: 'x',
        warnAt: '2026-11-20T18:15:00.000Z',
        dueAt: '2026-11-20T18:45:00.000Z',
        why: { sentence: expect.stringContaining('2 hours') },
      },
    });
  });

  it('tells it by policies that nobody saved yet, over the weekend', async () => {
    const targets = { firstResponse: 'PT1H', nextResponse: 'PT1H' };
    const policies = [{ id: 'draft', match: { priority: 'high' }, targets, calendar: 'office' }];
    const book = { policies, calendars: { office } };
    expect(await preview({ at: FRIDAY, priority: 'high', book })).toMatchObject({
      body: { policyId: 'draft', dueAt: '2026-11-23T09:45:00.000Z' },
    });
    expect(await preview({ at: FRIDAY, book })).toMatchObject({ body: { policyId: 'default' } });
  });

  it('refuses policies that could not be saved, and is for admins', async () => {
    expect(await preview({ at: FRIDAY, book: { policies: [{}] } })).toMatchObject({ status: 400 });
    expect(await preview({ at: 'Friday' })).toMatchObject({ status: 400 });
    expect(await preview({ at: FRIDAY }, 'lead')).toMatchObject({ status: 403 });
  });
});
