import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BroadcastWorld, openBroadcastWorld } from '../broadcasts/broadcast-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
let world: BroadcastWorld;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  world = await openBroadcastWorld(await engine.newTable());
});
afterAll(() => engine.close());

async function reach(change: object = {}): Promise<unknown> {
  const draft = { kind: 'announcement', title: 'News', text: 'We open on Sundays.', audiences: ['x'] };
  const { body } = await world.api('POST', '/api/broadcasts/preview', { ...draft, ...change });
  return body;
}
const callsOf = () => world.x.calls().filter(({ path }) => path.includes('/users/me')).length;

describe('the reach of posts', () => {
  it('is how many follow the accounts, which the platform is asked once a day', async () => {
    expect(await reach()).toMatchObject({ reach: { x: 15_230 } });
    await reach();
    expect(callsOf()).toBe(1);
    world.clock.now += 25 * 3600_000;
    expect(await reach()).toMatchObject({ reach: { x: 15_230 } });
    expect(callsOf()).toBe(2);
  });

  it('is not asked of channels that the broadcast leaves out', async () => {
    expect(await reach({ audiences: ['status'] })).toMatchObject({ reach: {} });
    expect(callsOf()).toBe(0);
  });

  it('is left out while the platform does not tell, and asked again after a while', async () => {
    world.x.addFault({ count: 1, kind: 'status', value: 503 });
    expect(await reach()).not.toHaveProperty('reach.x');
    expect(await reach()).not.toHaveProperty('reach.x');
    expect(callsOf()).toBe(1);
    world.clock.now += 11 * 60_000;
    expect(await reach()).toMatchObject({ reach: { x: 15_230 } });
  });

  it('is not known without an account', async () => {
    world.secrets.x.accounts = {};
    expect(await reach()).not.toHaveProperty('reach.x');
  });
});
