import { afterAll, beforeAll, expect, it } from 'vitest';
import { latestMessages } from '../../functions/store/conversations.ts';
import type { SimulatedAccount } from '../../lib/local/platforms/simulator.ts';
import { openWorld, people } from './outbound-world.ts';
import { commentedOnFacebook, postedOnX, postOf } from './outside-views.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const xAccounts = Array.from({ length: 5 }, (_, nth): SimulatedAccount => {
  const words = { token: `token-${nth}`, tokenSecret: `hush-${nth}` };
  return { id: `180000000000000000${nth + 1}`, name: `Desk ${nth}`, handle: `desk_${nth}`, ...words };
});
const pages = Array.from({ length: 5 }, (_, nth): SimulatedAccount => {
  return { id: `10820000000000${nth + 1}`, name: `Page ${nth}`, token: `EAAtestPageToken${nth}` };
});
const REPLIES = 200;

/** The same chances on every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

it('two hundred replies over ten accounts arrive once each, whatever the platforms do to the calls', async () => {
  const world = await openWorld(await engine.newTable(), { xAccounts, pages });
  for (const { handle } of xAccounts) {
    for (const person of [people.x.ines, people.x.tomas])
      await world.act('x', 'posts', { person, text: `@${handle} where is it?` });
  }
  for (const { id } of pages) {
    const postId = await postOf(world, id);
    for (const person of [people.facebook.ines, people.facebook.tomas])
      await world.act('facebook', 'comments', { person, postId, text: 'Where is it?' });
  }
  const conversations = await world.conversations();
  expect(conversations).toHaveLength(20);

  const chance = chances(7);
  const { fetch: real } = world.dispatch;
  world.dispatch.fetch = (input, init) => {
    const simulator = `${input}`.startsWith(world.x.url) ? world.x : world.facebook;
    const roll = chance();
    if (roll < 0.05) simulator.addFault({ count: 1, kind: 'status', value: 429 });
    else if (roll < 0.1) simulator.addFault({ count: 1, kind: 'status', value: 500 });
    else if (roll < 0.12) simulator.addFault({ count: 1, kind: 'cut' });
    return real(input, init);
  };
  for (let nth = 0; nth < REPLIES; nth += 1) {
    const conversation = conversations[nth % conversations.length];
    if (conversation) await world.reply(conversation, { text: `Reply number ${nth}.`, undoSeconds: 0 });
  }
  await world.pass(2 * 3600);

  const said = (
    await Promise.all(conversations.map(({ id }) => latestMessages(world.desk.table, id, 100)))
  ).flatMap((messages) => messages.filter(({ direction }) => direction === 'outbound'));
  expect(said).toHaveLength(REPLIES);
  const shown = [
    ...(await postedOnX(
      world,
      xAccounts.map(({ id }) => id),
    )),
    ...(await commentedOnFacebook(
      world,
      pages.map(({ id }) => id),
    )),
  ].map(({ text }) => text);
  const timesOf = (text: string) => shown.filter((one) => one === text).length;
  expect(said.filter(({ text, state }) => state === 'sent' && timesOf(text) !== 1)).toEqual([]);
  expect(said.filter(({ text }) => timesOf(text) > 1)).toEqual([]);
  const open = said.filter(({ state }) => state !== 'sent').map(({ state }) => state);
  expect(open.every((state) => state === 'unconfirmed')).toBe(true);
  expect(open.length).toBeLessThan(5);
  expect(said.some(({ outbound }) => (outbound?.attempts ?? 0) > 1)).toBe(true);
}, 180_000);
