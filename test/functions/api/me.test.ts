import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { showAgents, showMe } from '../../../functions/api/me.ts';
import { putMyPresence } from '../../../functions/api/presence.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const parcels = {
  sub: 'mary',
  name: 'Mary',
  email: 'mary@example.com',
  'cognito:groups': ['agent', 'team-parcels'],
};

it('tells who is signed in, with role, teams and address', async () => {
  expect(await api.ask(showMe, { claims: parcels })).toMatchObject({
    status: 200,
    body: { id: 'mary', name: 'Mary', role: 'agent', teams: ['parcels'], email: 'mary@example.com' },
  });
});

it('lists who says that they are there as that, whenever they were seen', async () => {
  await api.ask(showMe, { claims: parcels });
  await api.ask(putMyPresence, apiRequest({ claims: parcels }, { state: 'away' }));
  const { body } = await api.ask(showAgents);
  expect(body).toMatchObject({ agents: [{ id: 'mary', presence: 'away' }] });
});

it('lists everybody who was here, and whether they are there', async () => {
  await api.ask(showMe, { claims: parcels });
  api.time.now = new Date(Date.parse(ASKED) + 3_600_000).toISOString();
  await api.ask(showMe, { claims: claimsOf('lead') });
  const { body } = await api.ask(showAgents);
  expect(body).toEqual({
    agents: [
      { id: 'mary', name: 'Mary', role: 'agent', teams: ['parcels'], presence: 'offline' },
      { id: 'lead-1', name: 'The lead', role: 'lead', teams: [], presence: 'online' },
    ],
  });
});

it('is for those who are in one of the desk’s groups', async () => {
  for (const respond of [showMe, showAgents])
    expect(await api.ask(respond, { claims: { sub: 'somebody' } })).toMatchObject({ status: 403 });
});
