import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postName } from '../../../functions/broadcasts/posting.ts';
import { reachRecipient } from '../../../functions/broadcasts/reach-recipient.ts';
import { rateOf } from '../../../functions/channels/rates.ts';
import { takeRecipient } from '../../../functions/domain/recipient.ts';
import { takeFromBudget } from '../../../functions/store/budget.ts';
import { claimRecipient, getRecipient } from '../../../functions/store/recipients.ts';
import { brand } from '../outbound-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { openBroadcastWorld, workOne } from './broadcast-world.ts';
import { pagePosts, xPosts } from './posted.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());
const open = async () => openBroadcastWorld(await engine.newTable());

const outage = { kind: 'announcement', title: 'Booking is down', text: 'We are on it.', audiences: ['x'] };
const name = postName('x', brand.id, 0);

describe('a post', () => {
  it('leaves once, though ten workers try at once', async () => {
    const world = await open();
    const id = await world.publish(outage);
    await world.run(0, 1);
    await Promise.all(Array.from({ length: 10 }, () => reachRecipient(id, name, 't', world.broadcasting)));
    expect(await xPosts(world)).toHaveLength(1);
  });

  it('that X took without saying so is found, not posted again', async () => {
    const world = await open();
    const id = await world.publish(outage);
    await world.run(0, 1);
    world.x.addFault({ kind: 'cut', count: 1 });
    await world.run(60);
    expect(await xPosts(world)).toHaveLength(1);
    expect(await world.progress(id)).toEqual({ x: { planned: 1, sent: 1, failed: 0, skipped: 0 } });
  });

  it('of a worker that died over it is looked for before it is tried again', async () => {
    const world = await open();
    const id = await world.publish(outage);
    await world.run(0, 1);
    const { table } = world.desk;
    const recipient = await getRecipient(table, id, name);
    const taken = recipient && takeRecipient(recipient, world.desk.clock());
    if (!recipient || !taken || !('claimed' in taken)) throw new Error('It was not taken.');
    await claimRecipient(table, recipient, taken.claimed);
    world.queue.length = 0;
    await world.run(600);
    expect(await xPosts(world)).toHaveLength(1);
    expect(await world.broadcastState(id)).toBe('done');
  });

  it('waits when X is out of order, and stops no other', async () => {
    const world = await open();
    const id = await world.publish({ ...outage, audiences: ['x', 'facebook'] });
    await world.run(0, 1);
    world.x.addFault({ kind: 'status', value: 429, count: 1 });
    await world.run(0);
    expect(await pagePosts(world)).toHaveLength(1);
    await world.run(1800);
    expect(await xPosts(world)).toHaveLength(1);
    expect(await world.broadcastState(id)).toBe('done');
  });

  it('that is refused for good says why, and the broadcast is done all the same', async () => {
    const world = await open();
    const id = await world.publish({ ...outage, audiences: ['x', 'facebook'] });
    await world.run(0, 1);
    world.secrets.facebook.accounts = {};
    await world.run(30);
    expect(await world.progress(id)).toMatchObject({ x: { sent: 1 }, facebook: { failed: 1, sent: 0 } });
    const recipients = await world.lead('GET', `/api/broadcasts/${id}/recipients?state=failed`);
    expect(recipients.body).toMatchObject({
      items: [{ audience: 'facebook', state: 'failed', reason: { code: 'facebook:not-connected' } }],
    });
  });

  it('leaves half of the account’s calls to those who answer people', async () => {
    const world = await open();
    const { use, rate } = rateOf('x', { visibility: 'public' });
    const budget = { channel: 'x', accountId: brand.id, use };
    for (let call = 0; call < rate.burst / 2; call += 1)
      await takeFromBudget(world.desk.table, budget, rate, world.clock.now);
    await world.publish(outage);
    await world.run(1);
    expect(await xPosts(world)).toEqual([]);
    await world.run(60);
    expect(await xPosts(world)).toHaveLength(1);
  });
});

it('does not understand anything else that comes through its queue', async () => {
  const world = await open();
  for (const body of ['no json', '{}', '{"detail":{"name":"clock.met"}}'])
    await expect(workOne(body, world.broadcasting)).rejects.toThrow('unreadable broadcast message');
});
