import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putMyPresence } from '../../../functions/api/presence.ts';
import { getPresence } from '../../../functions/store/presence.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const claims = { sub: 'ann-1', name: 'Ann', 'cognito:groups': ['agent', 'team-press'] };
const put = (body: unknown) => api.ask(putMyPresence, apiRequest({ claims }, body));

describe('PUT /api/me/presence', () => {
  it('notes that the agent is there, with their teams', async () => {
    expect(await put({ state: 'online' })).toMatchObject({
      status: 200,
      body: { state: 'online', since: ASKED },
    });
    expect(await getPresence(api.desk.table, 'ann-1')).toMatchObject({
      name: 'Ann',
      teams: ['press'],
      state: 'online',
    });
  });

  it('refuses what is no presence', async () => {
    expect(await put({ state: 'asleep' })).toMatchObject({ status: 400 });
  });
});
