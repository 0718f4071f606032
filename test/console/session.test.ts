import type { Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

const question = '@larkspursupply do you repair lamps?';
const begun = 'We do, and for the first two years';

let world: World;
let ada: Seat;
let home: string;
beforeAll(async () => {
  world = await openWorld();
  await world.act('x', 'posts', { person: customers.x.ines, text: question });
  home = `${world.url}/conversations/${await world.conversationSaying(question)}`;
});
beforeEach(async () => {
  await ada?.leave();
  ada = await world.seat('agent');
  ada.page.setDefaultTimeout(60_000);
  await ada.page.goto(home);
  await field().fill(begun);
});
afterAll(() => world.close());

const field = () => ada.page.getByRole('textbox', { name: 'Your answer' });
const isRenewal = (request: Request) => request.postData()?.includes('grant_type=refresh_token') === true;
const isToApi = (request: Request) => new URL(request.url()).pathname.startsWith('/api/');
const tokenOf = async (request: Request) => (await request.allHeaders()).authorization;

/** Makes the token that this tab holds one that is about to end, in so many seconds. */
const nearItsEnd = (seconds: number) => `
  const name = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:'));
  const user = JSON.parse(sessionStorage.getItem(name));
  user.expires_at = Math.floor(Date.now() / 1000) + ${seconds};
  sessionStorage.setItem(name, JSON.stringify(user));`;

it('gets a new token before the old one ends, without anybody noticing', async () => {
  const { page } = ada;
  const first = await tokenOf(await page.waitForRequest(isToApi));
  // The page renews a minute before the end.
  await page.evaluate(nearItsEnd(62));
  const renewal = page.waitForResponse((answer) => isRenewal(answer.request()));
  await page.reload();
  expect((await renewal).status()).toBe(200);
  expect(await field().inputValue()).toBe(begun);
  const asked = page.waitForRequest(isToApi);
  await page.getByRole('link', { name: /^Snoozed/ }).click();
  const second = await tokenOf(await asked);
  expect(second).toMatch(/^Bearer ey/);
  expect(second).not.toBe(first);
  expect(await page.getByRole('heading', { name: 'Who are you?' }).count()).toBe(0);
});

it('gets a new token when the desk does not take the old one, and sends what was to be sent', async () => {
  const { page } = ada;
  let refused = 0;
  await page.route('**/replies', async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    await route.fulfill({ status: 401, json: { status: 401 } });
  });
  const renewal = page.waitForRequest(isRenewal);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await renewal;
  await page.getByRole('article').filter({ hasText: begun }).waitFor();
  expect(page.url()).toBe(home);
});

it('asks to sign in when there is no new token, and then the answer is still there', async () => {
  const { page, context } = ada;
  // The issuer knows the person no more, and the desk takes nothing that the page still has.
  await context.clearCookies();
  await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: { status: 401 } }));
  await page.route('**/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await page.unrouteAll();
  await page.locator('button[name="role"][value="agent"]').click();
  await page.waitForURL(home);
  await expect.poll(() => field().inputValue()).toBe(begun);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('article').filter({ hasText: begun }).last().waitFor();
});

it('shows nobody the answer that somebody else began in the same tab', async () => {
  const { page, context } = ada;
  await context.clearCookies();
  await page.evaluate(
    `for (const name of Object.keys(sessionStorage)) if (name.startsWith('oidc.')) sessionStorage.removeItem(name);`,
  );
  await page.reload();
  await page.locator('button[name="role"][value="lead"]').click();
  await page.waitForURL(home);
  await field().waitFor();
  expect(await field().inputValue()).toBe('');
});
