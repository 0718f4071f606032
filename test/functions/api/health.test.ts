import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { showHealth } from '../../../functions/api/health.ts';
import { noteTraffic } from '../../../functions/store/accounts.ts';
import { noteLateness } from '../../../functions/store/alert-lateness.ts';
import { keepUnread } from '../../../functions/store/unread.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const queue = { name: 'inbound', waiting: 4, inFlight: 2, messages: 1 };
const show = (role = 'admin') =>
  api.ask(
    (request, services) =>
      showHealth(request, {
        ...services,
        deadLetters: { ...services.deadLetters, list: async () => [queue] },
      }),
    { claims: claimsOf(role) },
  );

it('tells of a desk at which nothing happened yet', async () => {
  expect(await show()).toMatchObject({
    status: 200,
    body: {
      queues: [{ name: 'inbound', waiting: 4, inFlight: 2, deadLetters: 1 }],
      dropped: [],
      alertLateness: null,
      accounts: [],
    },
  });
});

it('tells what was dropped and why, how late alerts left, and how accounts fare', async () => {
  const { table } = api.desk;
  const unread = { channel: 'x', reason: 'x: new', receivedAt: ASKED, traceId: 't', raw: '{}' };
  await keepUnread(table, unread);
  await noteLateness(table, { at: ASKED, since: ASKED });
  await noteTraffic(table, { channel: 'x', id: '18' }, 'lastInboundAt', ASKED);
  expect(await show()).toMatchObject({
    body: {
      dropped: [{ day: ASKED.slice(0, 10), reason: 'x: new', count: 1 }],
      alertLateness: { count: 1, p50: 125 },
      accounts: [{ channel: 'x', id: '18', health: { lastInboundAt: ASKED } }],
    },
  });
});

it.each(['agent', 'lead'])('is not for the role %s', async (role) => {
  expect(await show(role)).toMatchObject({ status: 403 });
});
