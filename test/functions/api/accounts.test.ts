import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteTraffic } from '../../../functions/store/accounts.ts';
import { brand, openWorld, page, people } from '../outbound-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

describe('GET /api/accounts', () => {
  it('shows every account with a token, until when that is valid, and how it fares', async () => {
    const world = await openWorld(await engine.newTable());
    world.secrets.facebook.accounts[page.id] = {
      token: page.token,
      name: page.name,
      expiresAt: '2027-01-19T00:00:00Z',
    };
    expect(await world.api('GET', '/api/accounts')).toEqual({
      status: 200,
      body: {
        items: [
          {
            channel: 'facebook',
            id: page.id,
            name: page.name,
            tokenValidUntil: '2027-01-19T00:00:00Z',
            hasToken: true,
            health: { state: 'working' },
          },
          { channel: 'x', id: brand.id, name: brand.name, hasToken: true, health: { state: 'working' } },
        ],
      },
    });
  });

  it('tells when something last came in, went out and failed, and what holds it', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const conversation = await world.conversation();
    await world.reply(conversation, { text: 'Here.', undoSeconds: 0 });
    await world.work();
    const sentAt = world.desk.clock();
    await world.pass(60);
    world.secrets.x.accounts[brand.id] = { token: 'dead', tokenSecret: 'dead', name: brand.name };
    await world.reply(conversation, { text: 'Held.', undoSeconds: 0 });
    await world.work();
    const heldAt = world.desk.clock();
    expect(await world.api('GET', '/api/accounts')).toMatchObject({
      body: {
        items: [
          { channel: 'facebook', health: { state: 'working' } },
          {
            channel: 'x',
            health: {
              state: 'held',
              heldSince: heldAt,
              retryAt: new Date(Date.parse(heldAt) + 3_600_000).toISOString(),
              refusal: { code: 'x:unauthorized', advice: expect.any(String) },
              lastOutboundAt: sentAt,
              lastFailureAt: heldAt,
              lastFailure: { code: 'x:unauthorized' },
            },
          },
        ],
      },
    });
  });

  it('shows accounts that were heard of and have no token, and lives without a secret', async () => {
    const world = await openWorld(await engine.newTable());
    await noteTraffic(world.desk.table, { channel: 'x', id: 'other' }, 'lastInboundAt', world.desk.clock());
    world.dispatch.secrets.of = async (channel) => {
      if (channel === 'facebook') throw new Error('The secret is empty.');
      return world.secrets.x;
    };
    expect(await world.api('GET', '/api/accounts')).toMatchObject({
      body: {
        items: [
          { channel: 'x', id: brand.id },
          { channel: 'x', id: 'other', hasToken: false, health: { lastInboundAt: world.desk.clock() } },
        ],
      },
    });
  });

  it('is for agents', async () => {
    const world = await openWorld(await engine.newTable());
    expect(await world.api('GET', '/api/accounts', undefined, { groups: [] })).toMatchObject({ status: 403 });
  });
});
