import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { eventually } from '../lib/local/eventually.ts';
import { phone, type Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

/*
 * What agents do all day, in a real browser against the running stack. Every test has customers of its own words, so that the
 * tests share one desk.
 */

let world: World;
let ada: Seat;
/** Words of ours that nobody has looked for outside yet: an answer can be taken back for ten seconds, which tests need not wait for one by one. */
const said: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  ada = await world.seat('agent');
  await ada.page.getByRole('navigation').first().waitFor();
});
afterAll(() => world.close());

/** Lets a person of X ask something in public. */
const ask = (text: string, person: string = customers.x.ines) =>
  world.act('x', 'posts', { person, text: `@larkspursupply ${text}` });
const row = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: text });
const answerBox = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });

/** What somebody would try who got markup into the page. */
const intrude = `
  const script = document.createElement('script');
  script.textContent = 'window.intruder = true';
  const style = document.createElement('style');
  style.textContent = 'body { display: none }';
  document.head.append(script, style);
`;

const Timeline = z.object({ posts: z.array(z.object({ text: z.string() })) });
/** Waits until everybody on X can read these words of ours. */
const seenOutside = (text: string) =>
  eventually(`“${text}” on X`, async () => {
    const { posts } = Timeline.parse(await world.outside('x'));
    return posts.find((post) => post.text.includes(text));
  });

beforeEach(async () => {
  await ada.page.keyboard.press('Escape');
  await ada.page
    .getByRole('link', { name: /^Unanswered/ })
    .first()
    .click();
});
/** Whatever a test did, nothing of it was stopped by the policy or threw. */
afterEach(() => expect(ada.complaints).toEqual([]));

describe('the page', () => {
  it('comes with the same strict headers as in AWS', async () => {
    const { headers } = await fetch(world.url);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';(?!.*unsafe)/,
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('stops a script that is none of its files, and a style', async () => {
    await ada.page.evaluate(intrude);
    expect(await ada.page.evaluate('window.intruder')).toBeUndefined();
    expect(ada.complaints.splice(0).toSorted()).toEqual([
      expect.stringMatching(/Applying inline style violates/),
      expect.stringMatching(/Executing inline script violates/),
    ]);
  });

  it('keeps no token where it outlives the tab', async () => {
    expect(await ada.page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/token/i);
  });
});

describe('a customer’s comment', () => {
  it('arrives by itself, is answered, is seen outside, and is resolved', async () => {
    const { page } = ada;
    await ask('where is my parcel number one?');
    await row(page, 'parcel number one').click();
    await page.getByRole('article').filter({ hasText: 'parcel number one' }).waitFor();
    await ada.picture('conversation');
    expect(await ada.barriers()).toEqual([]);

    await answerBox(page).fill('It leaves our house today, Ines.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'leaves our house today' }).waitFor();
    await seenOutside('It leaves our house today');

    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('link', { name: /^Resolved/ }).click();
    await row(page, 'leaves our house today').waitFor();
    await ada.picture('inbox-resolved');
    expect(await ada.barriers()).toEqual([]);
  });

  it('is text, whatever it looks like', async () => {
    const { page } = ada;
    await ask('<img src=x onerror=alert(1)> <b>bold</b> &amp; so on');
    await row(page, '<b>bold</b>').click();
    await page.getByRole('article').filter({ hasText: '<b>bold</b> &amp; so on' }).waitFor();
  });
});

describe('two agents at once', () => {
  it('see each other look and type, and each other’s answers, without asking', async () => {
    await ask('do you open on Sunday?', customers.x.tomas);
    const leo = await world.seat('lead');
    for (const { page } of [ada, leo]) await row(page, 'open on Sunday').click();
    await ada.page.getByText(/Leo Lead.* also looks? at this/).waitFor();
    await answerBox(leo.page).pressSequentially('We do, from ten to four.');
    await ada.page.getByText(/Leo Lead is writing an answer/).waitFor();
    await ada.picture('conversation-colleague-typing');
    await leo.page.getByRole('button', { name: 'Send', exact: true }).click();
    await ada.page.getByRole('article').filter({ hasText: 'from ten to four' }).waitFor();
    said.push('from ten to four');
    expect(leo.complaints).toEqual([]);
    await leo.leave();
  });
});

describe('a lost connection', () => {
  it('is made again, and what came in between is there', async () => {
    expect(await world.cut()).toBeGreaterThan(0);
    await ask('was I heard in the tunnel?');
    await row(ada.page, 'heard in the tunnel').waitFor();
    await ask('and after it?', customers.x.tomas);
    await row(ada.page, 'and after it').waitFor();
  });

  it('is told, and the page goes on when it is back', async () => {
    const { page, context } = ada;
    await context.setOffline(true);
    await page.getByText(/You are offline/).waitFor();
    await ada.picture('inbox-offline');
    await context.setOffline(false);
    await ask('are you back online?');
    await row(page, 'back online').waitFor();
    expect(await page.getByText(/You are offline/).count()).toBe(0);
  });
});

describe('without a mouse', () => {
  it('a conversation is found, opened and answered', async () => {
    const { page } = ada;
    await ask('can this be answered by keys?');
    await row(page, 'answered by keys').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await ada.picture('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row(page, 'answered by keys').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'answered by keys' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('It can, and it was.');
    await page.keyboard.press('Control+Enter');
    said.push('It can, and it was.');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await ada.picture('command-bar');
    expect(await ada.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

describe('on a phone', () => {
  it('the way is list, conversation, answer, by thumb', async () => {
    const mina = await world.seat('admin', phone);
    const { page } = mina;
    await ask('does this fit into a pocket?');
    await row(page, 'fit into a pocket').waitFor();
    await mina.picture('phone-list');
    expect(await mina.barriers()).toEqual([]);
    await row(page, 'fit into a pocket').tap();
    await page.getByRole('article').filter({ hasText: 'fit into a pocket' }).waitFor();
    await mina.picture('phone-conversation');
    expect(await mina.barriers()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await answerBox(page).fill('It does.');
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    said.push('It does.');
    expect(mina.complaints).toEqual([]);
    await mina.leave();
  });
});

describe('signing out', () => {
  it('leads to the sign-in, which asks again', async () => {
    const guest = await world.seat('agent');
    const { page } = guest;
    await page.getByRole('button', { name: /Ada Agent/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    await guest.leave();
  });
});

it('everything that was said is seen outside', async () => {
  expect(said).toHaveLength(3);
  await Promise.all(said.map(seenOutside));
});
