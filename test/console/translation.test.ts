import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { phone, type Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

/*
 * The desk of these tests has no language model, so its answers are stood in for where the page asks for them; what the desk itself
 * does with a model is tested at the API.
 */

const german = 'Guten Tag, wo bleibt denn mein Paket? Ich warte schon seit zwei Wochen darauf.';
const english = 'Good day, where is my parcel? I have been waiting for two weeks.';
const Asked = z.object({ text: z.string(), to: z.string() });

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  await world.act('facebook', 'messages', {
    pageId: '108200000000001',
    person: customers.facebook.mei,
    text: german,
  });
  id = await world.conversationSaying(german);
});
afterAll(() => world.close());

/** Somebody at a desk with a model that answers so, in order; `asked` is what it was asked for. */
async function seatWithModel(answers: { status: number; body: object }[], options = {}) {
  const asked: z.infer<typeof Asked>[] = [];
  const seat = await world.seat('agent', options);
  await seat.page.route('**/api/me', async (route) => {
    const answer = await route.fetch();
    const me = z.looseObject({}).parse(await answer.json());
    await route.fulfill({ response: answer, json: { ...me, features: { writing: true } } });
  });
  await seat.page.route('**/translation', async (route) => {
    asked.push(Asked.parse(route.request().postDataJSON()));
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    await route.fulfill({ status, json: body });
  });
  await seat.page.goto(`${world.url}/conversations/${id}`);
  await field(seat).waitFor();
  return { seat, asked };
}

const field = ({ page }: Seat) => page.getByRole('textbox', { name: 'Your answer' });
const said = (text: string) => ({ status: 200, body: { text, by: 'model' } });

it('reads a message in the agent’s own language, with the original one press away', async () => {
  const { seat, asked } = await seatWithModel([said(english)]);
  const { page } = seat;
  await page.getByRole('button', { name: 'Translate from German' }).click();
  await page.getByRole('article').getByText(english).waitFor();
  await page.getByText('Translated from German').waitFor();
  await seat.picture('translation-message');
  expect(await seat.barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Show the original' }).click();
  await page.getByRole('article').getByText(german).waitFor();
  await page.getByRole('button', { name: 'Translate from German' }).click();
  await page.getByRole('article').getByText(english).waitFor();
  // Once is enough, however often somebody looks.
  expect(asked).toEqual([{ text: german, to: 'English' }]);
  expect(seat.complaints).toEqual([]);
  await seat.leave();
});

it('puts an answer into the customer’s language, to be changed before it leaves, and back', async () => {
  const { seat, asked } = await seatWithModel([said('Es kommt morgen.'), said('Es kommt morgen.')], phone);
  const { page } = seat;
  await field(seat).fill('It comes tomorrow.');
  await page.getByRole('button', { name: 'Translate into German' }).tap();
  await expect.poll(() => field(seat).inputValue()).toBe('Es kommt morgen.');
  await page.getByText('Translated into German; read it before you send it.').waitFor();
  await seat.picture('phone-translation-answer');
  expect(await seat.barriers()).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Back to your own words' }).tap();
  await expect.poll(() => field(seat).inputValue()).toBe('It comes tomorrow.');
  await page.getByRole('button', { name: 'Translate into German' }).tap();
  await expect.poll(() => field(seat).inputValue()).toBe('Es kommt morgen.');
  await field(seat).fill('Es kommt morgen, Mei.');
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await page.getByRole('article').getByText('Es kommt morgen, Mei.').waitFor();
  await page.getByText('Translated into German').waitFor({ state: 'detached' });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toEqual({ text: 'It comes tomorrow.', to: 'German' });
  await seat.leave();
});

it('says why there is no translation just now, and leaves the text as it is', async () => {
  const detail = 'The model did not answer in time. Go on without it, or try again.';
  const { seat } = await seatWithModel([{ status: 503, body: { detail, status: 503 } }]);
  const { page } = seat;
  await field(seat).fill('It comes tomorrow.');
  await page.getByRole('button', { name: 'Translate into German' }).click();
  await page.getByText(detail).waitFor();
  expect(await field(seat).inputValue()).toBe('It comes tomorrow.');
  await page.getByRole('button', { name: 'Translate into German' }).waitFor();
  await seat.leave();
});

it('offers nothing at a desk without a model', async () => {
  const seat = await world.seat('agent', { path: `/conversations/${id}` });
  await field(seat).fill('It comes tomorrow.');
  await seat.page.getByRole('article').getByText(german).waitFor();
  expect(await seat.page.getByRole('button', { name: /Translate/ }).count()).toBe(0);
  await seat.leave();
});
