import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { eventually } from '../lib/local/eventually.ts';
import { phone, type Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

/*
 * What leads and admins do beside answering, in a real browser against the running stack: something is broken and is told, news go
 * out, settings are tried before they hold, people turn out to be one. The tests share one desk.
 */

let world: World;
let leo: Seat;
let mina: Seat;
beforeAll(async () => {
  world = await openWorld();
  [leo, mina] = await Promise.all([world.seat('lead', { path: '/incidents' }), world.seat('admin')]);
  await leo.page.getByRole('heading', { name: 'Incidents', level: 1 }).waitFor();
});
afterAll(() => world.close());
/** Whatever a test did, nothing of it was stopped by the policy or threw. */
afterEach(() => expect([...leo.complaints, ...mina.complaints]).toEqual([]));

const write = (text: string, person: string = customers.x.ines) =>
  world.act('x', 'posts', { person, text: `@larkspursupply ${text}` });
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

const Timeline = z.object({ posts: z.array(z.object({ text: z.string() })) });
/** Waits until everybody on X can read these words of ours. */
const seenOutside = (text: string) =>
  eventually(`“${text}” on X`, async () => {
    const { posts } = Timeline.parse(await world.outside('x'));
    return posts.find((post) => post.text.includes(text));
  });

const Queues = z.looseObject({ queues: z.array(z.looseObject({ name: z.string() })) });
const Redrive = z.object({ queue: z.string() });
const Replied = z.object({ message: z.object({ state: z.string() }) });

describe('something broken', () => {
  it('is declared, those who asked are accepted, and each is told when it is fixed', async () => {
    const { page } = leo;
    await write('the booking page of your app fails with an error');
    await write('why can I not book in the app? booking fails', customers.x.tomas);
    await press(page, 'Declare an incident');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What is broken').fill('Booking fails in the app');
    await dialog.getByLabel('Words by which people speak of it').fill('booking, app');
    await dialog.getByRole('button', { name: 'Declare an incident' }).click();
    await page.getByRole('heading', { name: 'Booking fails in the app', level: 1 }).waitFor();
    await eventually('two proposals', async () => {
      await page.reload();
      await page.getByRole('tab', { name: /^Proposed/ }).waitFor();
      return (await page.getByRole('tab', { name: 'Proposed 2' }).count()) > 0 || undefined;
    });
    await leo.picture('incident');
    expect(await leo.barriers()).toEqual([]);
    await press(page, 'Accept all 2');
    await page.getByRole('tab', { name: 'Accepted 2' }).waitFor();

    await press(page, 'Resolve');
    await dialog.getByLabel('What to say').fill('Booking works again.');
    await dialog.getByText(/Hello Ines, you asked about .* Booking works again\./).waitFor();
    await leo.picture('incident-resolve');
    expect(await leo.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await seenOutside('Booking works again.');
    await press(page, 'Draft as Markdown');
    await page.getByText('Booking works again.').first().waitFor();
    await leo.picture('incident-resolved');
  });
});

describe('news', () => {
  it('are proposed by an agent, approved by a lead, published, and watched as they go out', async () => {
    const templates = [{ id: 'hours', title: 'Opening hours', text: 'From now on we are here on {day}.' }];
    await world.api('admin', 'PUT', '/api/settings/broadcast-templates', { templates }, { 'if-match': '*' });
    const ada = await world.seat('agent', { path: '/broadcasts/new' });
    await ada.page.getByLabel('Title').fill('Open on Sundays');
    await ada.page.getByLabel('Begin with a template').selectOption('Opening hours');
    await ada.page.getByText('People would read “{day}” on X as it stands.').waitFor();
    await ada.page.getByLabel('What to say').fill('From now on we are here for you on Sundays, too.');
    await ada.page.getByRole('region', { name: 'As X shows it' }).getByText('48 of 280').waitFor();
    await ada.picture('broadcast-compose');
    expect(await ada.barriers()).toEqual([]);
    expect(await ada.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await press(ada.page, 'Propose');
    await ada.page.getByText('Waits for approval').waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.leave();

    const { page } = leo;
    await goTo(page, 'Broadcasts');
    await page.getByRole('link', { name: /Open on Sundays/ }).click();
    await press(page, 'Approve');
    await press(page, 'Publish now');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('1 sent of 1').first().waitFor();
    await page.getByText('Done').waitFor();
    await seenOutside('here for you on Sundays');
    await leo.picture('broadcast-done');
    expect(await leo.barriers()).toEqual([]);
  });
});

describe('planned work', () => {
  it('is told before, at its start and at its end, by the clock that was chosen', async () => {
    const { page } = leo;
    await goTo(page, 'Broadcasts');
    await page.getByRole('link', { name: 'Plan work' }).click();
    await page.getByLabel('Title').fill('New booking system');
    await page.getByLabel('Begins', { exact: true }).fill('2030-12-05T22:00');
    await page.getByLabel('Ends', { exact: true }).fill('2030-12-05T23:30');
    await page.getByLabel('By the clock of').selectOption('Europe/Madrid');
    await page.getByText(/^That is .* 21:00 London/).waitFor();
    await page.getByLabel('Before it begins').fill('We work tomorrow night.');
    await page.getByLabel('When it is over').fill('x'.repeat(5001));
    await page.getByText(/Status page: The text/).waitFor();
    await page.getByLabel('When it is over').fill('We are done.');
    await press(page, 'Schedule all');
    await page.getByText('2 messages are planned').waitFor();
    await page
      .getByRole('link', { name: /New booking system/ })
      .first()
      .click();
    await page.getByText(/^Leaves .* Madrid, which is .* London\.$/).waitFor();
  });
});

describe('settings', () => {
  it('warn of a rule that names what there is not, and try it with what is known of a customer', async () => {
    const { page } = mina;
    const rule = {
      id: 'gold',
      name: 'Gold',
      if: { customerFacts: [{ key: 'tier', value: 'gold' }] },
      then: { teamId: 'gone' },
    };
    await world.api('admin', 'PUT', '/api/settings/routing', { rules: [rule] }, { 'if-match': '*' });
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'Routing' }).click();
    await press(page, /^Gold 1 warning/);
    await page.getByText(/There is no team “gone”/).waitFor();
    await page.getByLabel('Comparison').selectOption('at-least');
    await page.getByText('Write a number, or a day such as 2026-11-24').waitFor();
    await page.getByLabel('Value').fill('3');
    const trial = page.getByRole('region', { name: 'Try a message' });
    await trial.getByLabel('What somebody writes').fill('Hello');
    await trial.getByRole('button', { name: 'Add a fact' }).click();
    await trial.getByRole('textbox', { name: 'Fact' }).fill('tier');
    await trial.getByRole('textbox', { name: 'Value' }).fill('4');
    await press(page, 'Try it');
    await trial.getByText('the customer’s tier is 4, at least 3').waitFor();
    await mina.picture('settings-routing');
    expect(await mina.barriers()).toEqual([]);
    await press(page, 'Discard');
    await page.getByRole('link', { name: 'Deadlines' }).click();
  });

  it('say until when a message would be due before anything is saved, and list the change', async () => {
    const { page } = mina;
    await goTo(page, 'Settings');
    await press(page, /^x/);
    await page.getByLabel('Somebody writes').fill('2026-11-27T16:45');
    await page.getByText('Due Fri 27 Nov, 18:45').waitFor();
    await page.getByLabel('First answer within').fill('30m');
    await page.getByLabel('First answer within').blur();
    await page.getByText('Due Fri 27 Nov, 17:15').waitFor();
    await mina.picture('settings-deadlines');
    expect(await mina.barriers()).toEqual([]);
    await press(page, 'Save');
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Changes' }).click();
    await page.getByText(/PT30M/).waitFor();
    await mina.picture('settings-changes');
  });

  it('show to whom mail fails, and let an admin mail them again', async () => {
    const { page } = mina;
    await fetch(`${world.url}/status/subscriptions`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'bounce@example.com' }),
    });
    const Lost = z.object({ counts: z.object({ suppressed: z.number() }) });
    await eventually('a mail that came back', async () => {
      const { body } = await world.api('admin', 'GET', '/api/subscribers');
      return Lost.parse(body).counts.suppressed > 0 || undefined;
    });
    await page.goto(`${world.url}/settings/subscribers`);
    await page.getByText('bounce@example.com').waitFor();
    await mina.picture('settings-subscribers');
    expect(await mina.barriers()).toEqual([]);
    await press(page, 'Mail again: bounce@example.com');
    await page.getByText('Every mail arrives, and nobody finds it unwanted.').waitFor();
    await page.goto(`${world.url}/settings/audit`);
    await page.getByText('Lets b…@example.com be mailed again, to whom mail had failed.').waitFor();
  });

  it('are refused by the page and the desk to whoever is no admin', async () => {
    expect(await leo.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    expect((await world.api('lead', 'GET', '/api/settings/policies')).status).toBe(403);
  });
});

describe('what keeps the desk going', () => {
  it('is shown to admins', async () => {
    const { page } = mina;
    await goTo(page, 'Health');
    await page.getByRole('rowheader', { name: 'inbound' }).waitFor();
    await press(page, 'Count anew');
    await page.getByText(/counted; every number was right/).waitFor();
    await mina.picture('health');
    expect(await mina.barriers()).toEqual([]);
    await goTo(page, 'Reports');
    await page.getByText('How messages are read').waitFor();
    await mina.picture('reports');
    expect(await mina.barriers()).toEqual([]);
  });

  it('is tried again where it was given up', async () => {
    const { page } = mina;
    let deadLetters = 3;
    // No queue of a healthy desk gives anything up, so this one claims to have.
    await page.route('**/api/health', async (route) => {
      const answer = await route.fetch();
      const { queues, ...rest } = Queues.parse(await answer.json());
      const worse = queues.map((queue) => (queue.name === 'inbound' ? { ...queue, deadLetters } : queue));
      await route.fulfill({ response: answer, json: { ...rest, queues: worse } });
    });
    await page.route('**/api/dead-letters', async (route) => {
      const { queue } = Redrive.parse(route.request().postDataJSON());
      deadLetters = 0;
      await route.fulfill({ json: { queue, moved: 3 } });
    });
    await goTo(page, 'Health');
    await press(page, 'Try again what was given up of inbound');
    await page.getByText('3 are tried again').waitFor();
    await page.getByRole('button', { name: /^Try again/ }).waitFor({ state: 'detached' });
    await page.unrouteAll({ behavior: 'wait' });
  });
});

describe('two contacts', () => {
  it('turn out to be one person, and two again', async () => {
    const { page } = leo;
    await write('where is my order 4711?');
    const conversation = await world.conversationSaying('@larkspursupply where is my order 4711?');
    await page.goto(`${world.url}/conversations/${conversation}`);
    await page.getByRole('link', { name: 'All about this person' }).click();
    await page.getByRole('heading', { level: 1, name: /Ines/ }).waitFor();
    await press(page, 'Propose somebody');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Search/).fill('book');
    await dialog.getByRole('button', { name: /Tom/ }).click();
    await dialog.getByLabel('Why').fill('They named the same order.');
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
    await press(page, 'They are one');
    await page.getByText('Joined', { exact: true }).first().waitFor();
    await leo.picture('person');
    expect(await leo.barriers()).toEqual([]);
    await press(page, 'Undo');
    await page.getByText('Undone').waitFor();
  });
});

describe('on a phone', () => {
  it('every screen fits', async () => {
    const pocket = await world.seat('admin', phone);
    const paths = [
      '/incidents',
      '/broadcasts/new',
      '/settings/calendars',
      '/settings/routing',
      '/health',
      '/reports',
    ];
    for (const path of paths) {
      await pocket.page.goto(world.url + path);
      await pocket.page.getByRole('heading', { level: 1 }).waitFor();
      await pocket.picture(`phone${path.replaceAll('/', '-')}`);
      expect(await pocket.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
    expect(pocket.complaints).toEqual([]);
    await pocket.leave();
  });

  it('a lead lets an answer leave that its team wants looked at', async () => {
    const recipients = { team: [], lead: [], admin: [] };
    const teams = [{ id: 'support', name: 'Support', recipients, approval: ['capitals'] }];
    await world.api('admin', 'PUT', '/api/settings/teams', { teams }, { 'if-match': '*' });
    await write('do you sell gift cards?', customers.x.tomas);
    const id = await world.conversationSaying('@larkspursupply do you sell gift cards?');
    const reply = { text: 'YES WE SELL THEM IN EVERY SHOP OF OURS', visibility: 'public' };
    const { body } = await world.api('agent', 'POST', `/api/conversations/${id}/replies`, reply, {
      'idempotency-key': 'gift-cards',
    });
    expect(Replied.parse(body).message.state).toBe('awaiting-approval');

    const thumb = await world.seat('lead', { ...phone, path: '/approvals' });
    const { page } = thumb;
    await page.getByText('Waits because of: All capitals').waitFor();
    await thumb.picture('phone-approvals');
    expect(await thumb.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Approve', exact: true }).tap();
    await page.getByText('Nothing waits for approval').waitFor();
    await seenOutside('EVERY SHOP OF OURS');
    expect(thumb.complaints).toEqual([]);
    await thumb.leave();
  });
});
