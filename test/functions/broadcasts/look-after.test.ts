import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAfter } from '../../../functions/broadcasts/look-after.ts';
import { listBroadcasts } from '../../../functions/store/broadcasts.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { openBroadcastWorld } from './broadcast-world.ts';
import { pagePosts, xPosts } from './posted.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());
const open = async () => openBroadcastWorld(await engine.newTable());

const outage = {
  kind: 'announcement',
  title: 'Booking is down',
  text: 'Our booking does not work since this morning. We are on it and tell you here.',
  audiences: ['facebook', 'x'],
};
const long = Array.from(
  { length: 12 },
  (_, index) => `Sentence ${index} of what has happened this morning.`,
).join(' ');

describe('a broadcast', () => {
  it('posts once on the page and on X, shows its progress and is done', async () => {
    const world = await open();
    const id = await world.publish(outage);
    await world.run(10);
    expect(await world.progress(id)).toEqual({
      facebook: { planned: 1, sent: 1, failed: 0, skipped: 0 },
      x: { planned: 1, sent: 1, failed: 0, skipped: 0 },
    });
    expect(await world.broadcastState(id)).toBe('done');
    expect(await xPosts(world)).toMatchObject([{ text: outage.text, replyTo: undefined }]);
    expect(await pagePosts(world)).toEqual([outage.text]);
    expect(await world.conversations()).toEqual([]);
  });

  it('waits for its time, and not longer', async () => {
    const world = await open();
    const at = new Date(world.clock.now + 90_000).toISOString();
    await world.publish(outage, at);
    await world.run(89);
    expect(await xPosts(world)).toEqual([]);
    await world.run(2);
    expect(await xPosts(world)).toHaveLength(1);
  });

  it('is a thread on X when it is long, in order, and one post on the page', async () => {
    const world = await open();
    await world.publish({ ...outage, text: long });
    await world.run(30);
    const posts = await xPosts(world);
    expect(posts.length).toBeGreaterThan(2);
    expect(posts[0]?.replyTo).toBeUndefined();
    for (const [index, { replyTo }] of posts.entries())
      if (index > 0) expect(replyTo).toBe(posts[index - 1]?.id);
    expect(await pagePosts(world)).toEqual([long]);
  });

  it('says nothing more while it is paused, and goes on when it is resumed', async () => {
    const world = await open();
    const id = await world.publish({ ...outage, text: long, audiences: ['x'] });
    await world.run(0, 2);
    const before = (await xPosts(world)).length;
    expect(before).toBe(1);
    await world.lead('POST', `/api/broadcasts/${id}/pause`);
    await world.run(60);
    expect(await xPosts(world)).toHaveLength(before);
    await world.lead('POST', `/api/broadcasts/${id}/resume`);
    await world.run(60);
    const { x } = await world.progress(id);
    expect(x).toMatchObject({ sent: x?.planned, failed: 0 });
    expect(await world.broadcastState(id)).toBe('done');
  });

  it('says nothing more once it is cancelled, and tells what was not said', async () => {
    const world = await open();
    const id = await world.publish({ ...outage, text: long, audiences: ['x'] });
    await world.run(0, 2);
    const before = (await xPosts(world)).length;
    await world.lead('POST', `/api/broadcasts/${id}/cancel`);
    await world.run(60);
    expect(await xPosts(world)).toHaveLength(before);
    const { x } = await world.progress(id);
    expect(x).toEqual({ planned: x?.planned, sent: before, failed: 0, skipped: (x?.planned ?? 0) - before });
  });

  it('goes on after all its queue messages were lost, and says nothing twice', async () => {
    const world = await open();
    const id = await world.publish(outage);
    await world.run(0);
    await lookAfter(id, 'again', world.broadcasting);
    world.queue.length = 0;
    await world.run(300);
    expect(await world.broadcastState(id)).toBe('done');
    expect(await xPosts(world)).toHaveLength(1);
    expect(await pagePosts(world)).toHaveLength(1);
  });

  it('that recurs schedules the next one, once, with what was approved', async () => {
    const world = await open();
    const id = await world.publish({
      ...outage,
      audiences: ['x'],
      recurrence: { every: 'week' },
      timeZone: 'UTC',
    });
    await world.run(10);
    const { broadcasts } = await listBroadcasts(world.desk.table, { limit: 10 });
    const [next, first] = broadcasts;
    expect(first).toMatchObject({ id, state: 'done' });
    expect(next).toMatchObject({ state: 'scheduled', repeats: id, text: outage.text });
    expect(Date.parse(next?.publishAt ?? '') - Date.parse(first?.publishAt ?? '')).toBe(7 * 86_400_000);
    expect(broadcasts).toHaveLength(2);
  });
});
