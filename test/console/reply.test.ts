import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchAccessToken } from '../../lib/local/access-token.ts';
import type { Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

const question = '@larkspursupply where is my parcel?';
const PATIENCE = 60_000;

let world: World;
let ada: Seat;
let conversationId: string;
beforeAll(async () => {
  world = await openWorld();
  // Who never asked for anything can be neither mentioned nor given work.
  await world.api('lead', 'GET', '/api/me');
  await keepSavedReply();
  await world.act('x', 'posts', { person: customers.x.ines, text: question });
  conversationId = await world.conversationSaying(question);
  ada = await world.seat('agent', { path: `/conversations/${conversationId}` });
  ada.page.setDefaultTimeout(PATIENCE);
  await field().waitFor();
});
afterAll(() => world.close());

async function keepSavedReply(): Promise<void> {
  const replies = [{ id: 'sorry', title: 'Sorry', text: 'We are sorry, {name}. {agent} looks into it.' }];
  const answer = await fetch(`${world.url}/api/settings/saved-replies`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await fetchAccessToken(world.url, 'admin')}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    body: JSON.stringify({ replies }),
  });
  expect(answer.status).toBe(200);
}

const field = () => ada.page.getByRole('textbox', { name: 'Your answer' });

it('says who will see the text, and how much of it fits', async () => {
  const { page } = ada;
  await page.getByText('Everybody on X can read this.').waitFor();
  await field().fill('https://example.com/an/address/that/counts/as/twenty-three');
  await page.getByRole('status', { name: '23 of 280 characters' }).waitFor();
  await field().fill('');
});

it('writes a note that mentions a colleague, and shows it to the desk only', async () => {
  const { page } = ada;
  await page.getByRole('radio', { name: 'Note' }).click();
  await field().pressSequentially('Please look @leo');
  await page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option', { name: 'Leo Lead' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field().inputValue()).toBe('Please look @Leo Lead ');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article', { name: 'Note by Ada Agent, for the desk only' }).waitFor();
  const { body } = await world.api('lead', 'GET', '/api/conversations?mentioned=me');
  expect(body).toMatchObject({ items: [{ id: conversationId, unanswered: 1 }] });
});

it('fills a saved reply, and brings it back when it is taken back in time', async () => {
  const { page } = ada;
  await page.getByRole('radio', { name: 'Public' }).click();
  await field().pressSequentially('/sor');
  await page.getByRole('option', { name: /Sorry/ }).waitFor();
  await page.keyboard.press('Enter');
  const filled = 'We are sorry, Ines. Ada looks into it.';
  await expect.poll(() => field().inputValue()).toBe(filled);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => field().inputValue()).toBe(filled);
  await page.getByText('Taken back').first().waitFor();
});

it('has no barriers, and nothing was stopped', async () => {
  await ada.picture('conversation');
  expect(await ada.barriers()).toEqual([]);
  expect(ada.complaints).toEqual([]);
});
