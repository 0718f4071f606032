import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { eventually } from '../lib/local/eventually.ts';
import { root } from '../source-tree.ts';
import type { Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

const question = '@larkspursupply where is my parcel?';
const PATIENCE = 60_000;
const Timeline = z.object({ posts: z.array(z.object({ text: z.string(), media: z.array(z.string()) })) });

let world: World;
let ada: Seat;
let conversationId: string;
beforeAll(async () => {
  world = await openWorld();
  // Who never asked for anything can be neither mentioned nor given work.
  await world.api('lead', 'GET', '/api/me');
  await keep('saved-replies', {
    replies: [{ id: 'sorry', title: 'Sorry', text: 'We are sorry, {name}. {agent} looks into it.' }],
  });
  const recipients = { team: [], lead: [], admin: [] };
  await keep('teams', { teams: [{ id: 'support', name: 'Support', recipients, timeZone: 'Europe/Madrid' }] });
  await world.act('x', 'posts', { person: customers.x.ines, text: question });
  conversationId = await world.conversationSaying(question);
  ada = await world.seat('agent', { path: `/conversations/${conversationId}` });
  ada.page.setDefaultTimeout(PATIENCE);
  await field().waitFor();
});
afterAll(() => world.close());

async function keep(settings: string, value: object): Promise<void> {
  const { status } = await world.api('admin', 'PUT', `/api/settings/${settings}`, value, { 'if-match': '*' });
  expect(status).toBe(200);
}

/** X tells the time by the second, and of two messages of the same one nobody knows which was the last. */
const nextSecond = () => sleep(1000 - (Date.now() % 1000));
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
  // The push may tell of the note before the desk answers; what is typed until then would go on behind it.
  await expect.poll(() => field().inputValue()).toBe('');
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

it('asks twice before personal data is said in public', async () => {
  const { page } = ada;
  await field().fill('Your card 4111 1111 1111 1111 was charged.');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Send this in public?' });
  await dialog.getByRole('button', { name: 'Send it all the same' }).waitFor();
  await ada.picture('reply-personal-data');
  await dialog.getByRole('button', { name: 'Read first' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await field().inputValue()).toContain('4111');
});

it('sends an answer later, by the clock of the team, and takes it back while it waits', async () => {
  const { page } = ada;
  await field().fill('We open again on that day.');
  await page.getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send at' });
  await dialog.getByLabel('By the clock of').selectOption({ label: 'Support (Madrid)' });
  await dialog.getByRole('button', { name: 'When' }).click();
  await page.getByRole('button', { name: 'The month after' }).click();
  await page.getByRole('button', { name: /^15 / }).click();
  await page.getByRole('spinbutton', { name: 'Hours' }).fill('09');
  await page.getByRole('spinbutton', { name: 'Minutes' }).fill('00');
  await ada.picture('reply-schedule');
  expect(await ada.barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Set this time' }).click();
  // London, where this device is, is an hour behind Madrid all year.
  await dialog.getByText(/15 \w+, 0?9:00 in Madrid, 0?8:00 for you/).waitFor();
  await ada.picture('reply-schedule-zones');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  const waiting = page.getByRole('article').filter({ hasText: 'We open again on that day.' });
  await waiting.getByText(/Leaves .*15.* 0?8:00/).waitFor();
  await page.reload();
  await waiting.getByText(/Leaves .*15.* 0?8:00/).waitFor();
  await waiting.getByRole('button', { name: 'Take back' }).click();
  await waiting.getByText('Taken back').waitFor();
});

it('sends a picture along, which everybody sees', async () => {
  const { page } = ada;
  await field().fill('This is where your parcel is.');
  await page.locator('input[type=file]').setInputFiles(join(root, 'functions/console/public/icon-192.png'));
  await page.getByRole('button', { name: 'Remove icon-192.png' }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('article').filter({ hasText: 'where your parcel is' }).getByRole('img').waitFor();
  await eventually('the picture on X', async () => {
    const { posts } = Timeline.parse(await world.outside('x'));
    return posts.find(({ text, media }) => text.includes('where your parcel is') && media.length === 1);
  });
});

/** A script for a file as it is dragged or copied. */
const carrying = (name: string, type: string) => `
  const carried = new DataTransfer();
  carried.items.add(new File(['GIF89a'], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }));`;
const carry = (name: string, type: string) =>
  ada.page.evaluateHandle(`(() => { ${carrying(name, type)} return carried; })()`);

it('takes files that are dropped onto the conversation, and says which cannot be sent', async () => {
  const { page } = ada;
  const place = page.getByText('Drop pictures or a film here; everybody will see them');
  for (const [name, type] of [
    ['parcel.gif', 'image/gif'],
    ['label', ''],
  ] as const) {
    const dataTransfer = await carry(name, type);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer });
    await place.waitFor();
    if (type === '') await ada.picture('reply-drop');
    await place.dispatchEvent('drop', { dataTransfer });
    await place.waitFor({ state: 'detached' });
  }
  await page.getByText(/^label: Only pictures and films can be sent/).waitFor();
  await page.getByText('parcel.gif', { exact: true }).waitFor();
  await ada.picture('reply-files');
  for (const name of ['label', 'parcel.gif'])
    await page.getByRole('button', { name: `Remove ${name}` }).click();
});

it('says that a note takes none', async () => {
  const { page } = ada;
  await page.getByRole('radio', { name: 'Note' }).click();
  const dataTransfer = await carry('parcel.gif', 'image/gif');
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.getByText('A note takes no files. Choose Public or Private first.').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await page.getByRole('radio', { name: 'Public' }).click();
  expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(0);
});

it('takes a picture from the clipboard, but leaves words beside one to the text', async () => {
  const { page } = ada;
  const paste = (words: string) =>
    page.evaluate(`${carrying('copied.gif', 'image/gif')}
      if (${JSON.stringify(words)}) carried.setData('text/plain', ${JSON.stringify(words)});
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))`);
  await field().focus();
  // Whether the page leaves it to the browser, which then puts in the words.
  expect(await paste('the words of a cell')).toBe(true);
  expect(await paste('')).toBe(false);
  const remove = page.getByRole('button', { name: 'Remove copied.gif' });
  await remove.click();
  await remove.waitFor({ state: 'detached' });
});

it('tells what came in meanwhile before the answer leaves', async () => {
  const { page } = ada;
  await nextSecond();
  // As on a slow line: the page does not know of the message that came in last.
  const detail = (url: URL) => url.pathname === `/api/conversations/${conversationId}`;
  await page.route(detail, (route) => route.abort());
  await world.act('x', 'posts', { person: customers.x.ines, text: '@larkspursupply it has just come!' });
  await world.conversationSaying('@larkspursupply it has just come!');
  await field().fill('It comes tomorrow.');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Something came in while you wrote' });
  await dialog.getByText('it has just come!').waitFor();
  await ada.picture('reply-meanwhile');
  await page.unroute(detail);
  await dialog.getByRole('button', { name: 'Read first' }).click();
  await page.reload();
  await page.getByRole('article').filter({ hasText: 'it has just come!' }).waitFor();
});

it('sets right what the desk read from a message', async () => {
  const { page } = ada;
  await page.getByTitle('What the desk reads from it; press to set it right').first().click();
  await page.getByRole('menuitem', { name: 'Complaint' }).click();
  await page.getByTitle('Somebody set this right').filter({ hasText: 'Complaint' }).waitFor();
});

it('resolves a conversation and opens it again', async () => {
  const { page } = ada;
  const resolved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await resolved;
  await page.goto(`${world.url}/conversations/${conversationId}`);
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('button', { name: 'Resolve' }).waitFor();
});

it('has no barriers, and nothing was stopped', async () => {
  await ada.picture('conversation');
  expect(await ada.barriers()).toEqual([]);
  expect(ada.complaints).toEqual([]);
});
