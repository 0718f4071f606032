import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getBroadcast, listBroadcasts } from '../../../functions/store/broadcasts.ts';
import { type BroadcastWorld, openBroadcastWorld } from '../broadcasts/broadcast-world.ts';
import { xPosts } from '../broadcasts/posted.ts';
import { brand } from '../outbound-world.ts';
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

const inSeconds = (seconds: number) => new Date(world.clock.now + seconds * 1000).toISOString();
const work = (more: object = {}) => ({
  title: 'New booking system',
  startsAt: inSeconds(600),
  endsAt: inSeconds(1200),
  noticeSeconds: 300,
  messages: { before: 'We work in a moment.', start: 'We work now.', end: 'We are done.' },
  audiences: ['x', 'status'],
  ...more,
});

describe('planned work', () => {
  it('is told of before, when it begins and when it is over, each at its time', async () => {
    expect(await world.lead('POST', '/api/maintenance', work())).toMatchObject({
      status: 201,
      body: { items: [{ state: 'scheduled' }, { state: 'scheduled' }, { state: 'scheduled' }] },
    });
    await world.run(299);
    expect(await xPosts(world)).toEqual([]);
    await world.run(302);
    expect((await xPosts(world)).map(({ text }) => text)).toEqual(['We work in a moment.', 'We work now.']);
    await world.run(700);
    expect((await xPosts(world)).at(-1)?.text).toBe('We are done.');
  });

  it('recurs as a whole: its next messages tell of the same work', async () => {
    await world.lead('POST', '/api/maintenance', work({ recurrence: { every: 'week' } }));
    await world.run(1300);
    const { broadcasts } = await listBroadcasts(world.desk.table, { limit: 20 });
    const next = broadcasts.filter(({ state }) => state === 'scheduled');
    expect(next).toHaveLength(3);
    expect(new Set(next.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)).size).toBe(1);
  });

  it('comes as often as it is counted to, and is told of by the accounts that are named', async () => {
    const recurrence = { every: 'day', times: 2 };
    const messages = { start: 'We work now.' };
    await world.lead('POST', '/api/maintenance', work({ recurrence, messages, accounts: { x: [brand.id] } }));
    await world.run(3 * 86_400);
    expect((await xPosts(world)).map(({ text }) => text)).toEqual(['We work now.', 'We work now.']);
    const { broadcasts } = await listBroadcasts(world.desk.table, { limit: 20 });
    expect(broadcasts.map(({ state, accounts }) => ({ state, accounts }))).toEqual([
      { state: 'done', accounts: { x: [brand.id] } },
      { state: 'done', accounts: { x: [brand.id] } },
    ]);
  });

  it('is proposed by an agent, and planned once under one key', async () => {
    const ask = () => world.api('POST', '/api/maintenance', work(), { key: 'once' });
    const first = await ask();
    expect(first).toMatchObject({ body: { items: [{ state: 'proposed' }, {}, {}] } });
    await ask();
    expect((await listBroadcasts(world.desk.table, { limit: 20 })).broadcasts).toHaveLength(3);
    expect(await getBroadcast(world.desk.table, 'none')).toBeUndefined();
  });

  it.each([
    { name: 'begins in the past', change: () => ({ startsAt: inSeconds(-1) }) },
    { name: 'ends before it begins', change: () => ({ endsAt: inSeconds(500) }) },
    { name: 'has nothing to say', change: () => ({ messages: {} }) },
    { name: 'says too much', change: () => ({ messages: { end: 'x'.repeat(5001) }, audiences: ['status'] }) },
  ])('is refused when it $name', async ({ change }) => {
    expect(await world.lead('POST', '/api/maintenance', work(change()))).toMatchObject({ status: 422 });
  });
});
