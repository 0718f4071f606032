import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDeadLetters, redriveDeadLetters } from '../../../functions/api/dead-letters.ts';
import type { DeadLetters } from '../../../functions/queues/dead-letters.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const redriven: [name: string, limit: number][] = [];
const deadLetters: DeadLetters = {
  list: async () => [{ name: 'outbound', messages: 3, waiting: 1, inFlight: 0 }],
  redrive: async (name, limit) => {
    redriven.push([name, limit]);
    return name === 'outbound' ? Math.min(3, limit) : undefined;
  },
};
beforeEach(() => {
  redriven.length = 0;
});

const ask = (respond: typeof listDeadLetters, role: string, body?: unknown, key?: string) => {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return api.ask(
    (request, services) => respond(request, { ...services, deadLetters }),
    apiRequest({ claims: claimsOf(role), headers }, body),
  );
};

describe('dead letters', () => {
  it('are shown to admins by queue', async () => {
    expect(await ask(listDeadLetters, 'admin')).toMatchObject({
      status: 200,
      body: { items: [{ name: 'outbound', messages: 3 }] },
    });
  });

  it('go back into their queue, as many as the admin says or a hundred', async () => {
    expect(await ask(redriveDeadLetters, 'admin', { queue: 'outbound' })).toMatchObject({
      status: 200,
      body: { queue: 'outbound', moved: 3 },
    });
    expect(await ask(redriveDeadLetters, 'admin', { queue: 'outbound', limit: 2 })).toMatchObject({
      body: { moved: 2 },
    });
    expect(redriven).toEqual([
      ['outbound', 100],
      ['outbound', 2],
    ]);
  });

  it('go back once for each key', async () => {
    const first = await ask(redriveDeadLetters, 'admin', { queue: 'outbound' }, 'k1');
    expect(await ask(redriveDeadLetters, 'admin', { queue: 'outbound' }, 'k1')).toEqual(first);
    expect(redriven).toHaveLength(1);
  });

  it.each([{}, { queue: 7 }, { queue: 'outbound', limit: 0 }, { queue: 'outbound', limit: 501 }])(
    'are left where they are for a wrong request: %j',
    async (body) => {
      expect(await ask(redriveDeadLetters, 'admin', body)).toMatchObject({ status: 400 });
    },
  );

  it('of a queue that there is not are not found', async () => {
    expect(await ask(redriveDeadLetters, 'admin', { queue: 'nothing' })).toMatchObject({ status: 404 });
  });

  it.each(['agent', 'lead'])('are no business of somebody who is %s', async (role) => {
    expect(await ask(listDeadLetters, role)).toMatchObject({ status: 403 });
    expect(await ask(redriveDeadLetters, role, { queue: 'outbound' })).toMatchObject({ status: 403 });
    expect(redriven).toEqual([]);
  });
});
