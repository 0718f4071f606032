import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { eventually } from '../lib/local/eventually.ts';
import { customers, openWorld, type World } from './world.ts';

/** More than the desk gives at once, which is 200. */
const LINES = 210;
/** So many requests at a time. */
const HANDS = 10;
const Rows = z.object({ items: z.array(z.object({ id: z.string(), messageCount: z.number() })) });

let world: World;
let page: Page;
beforeAll(async () => {
  world = await openWorld();
  for (let n = 0; n < LINES; n += HANDS)
    await Promise.all(Array.from({ length: HANDS }, (_, hand) => say(`Line ${n + hand} of many`)));
  const allLines = async () => {
    const { body } = await world.api('agent', 'GET', '/api/conversations?channel=facebook');
    return Rows.parse(body).items.find(({ messageCount }) => messageCount === LINES)?.id;
  };
  // What one person says is worked on one after the other.
  const id = await eventually('all lines', allLines, 120_000);
  ({ page } = await world.seat('agent', { path: `/conversations/${id}` }));
  page.setDefaultTimeout(60_000);
});
afterAll(() => world.close());

const say = (text: string) =>
  world.act('facebook', 'messages', { pageId: '108200000000001', person: customers.facebook.mei, text });
const messages = () => page.getByRole('article');
/** How many different lines are shown. */
const lines = async () =>
  new Set((await messages().allTextContents()).flatMap((text) => /Line \d+ of many/.exec(text) ?? [])).size;

it('opens at its end, and reads further back as somebody scrolls up', async () => {
  await messages().nth(29).waitFor();
  expect(await messages().count()).toBe(30);
  await messages().first().scrollIntoViewIfNeeded();
  await messages().nth(199).waitFor();
  expect(await messages().count()).toBe(200);
});

it('reads on from there by a press', async () => {
  await page.getByRole('button', { name: 'Show earlier messages' }).click();
  await expect.poll(lines).toBe(LINES);
  expect(await page.getByRole('button', { name: 'Show earlier messages' }).count()).toBe(0);
});

it('keeps all of it when something new comes in', async () => {
  await say('A new word');
  await messages().filter({ hasText: 'A new word' }).waitFor();
  expect(await lines()).toBe(LINES);
  expect(await messages().count()).toBe(LINES + 1);
});
