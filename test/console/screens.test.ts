import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { settings } from '../../functions/console/words/settings.ts';
import { eventually } from '../lib/local/eventually.ts';
import { phone, type Seat } from './seat.ts';
import { customers, openWorld, type World } from './world.ts';

/*
 * Every screen that there is, at a desk and on a phone, in light and in dark: none has barriers, and of each there are pictures in
 * `.hark/screenshots` to look at.
 */

const desk = { width: 1280, height: 800 };
const sizes = [['desk', desk] as const, ['phone', phone.size ?? desk] as const];
const words = '@larkspursupply where is my parcel?';
const Row = z.object({ contact: z.object({ id: z.string() }) });

let world: World;
let mina: Seat;
let open: { conversation: string; person: string };
beforeAll(async () => {
  world = await openWorld();
  await world.act('x', 'posts', { person: customers.x.ines, text: words });
  const conversation = await world.conversationSaying(words);
  const { body } = await world.api('admin', 'GET', `/api/conversations/${conversation}`);
  open = { conversation, person: Row.parse(body).contact.id };
  mina = await world.seat('admin');
  await mina.page.getByRole('navigation').first().waitFor();
});
afterAll(() => world.close());

const screens: [name: string, path: () => string][] = [
  ['inbox', () => '/inbox/all'],
  ['inbox-empty', () => '/inbox/snoozed'],
  ['conversation', () => `/conversations/${open.conversation}`],
  ['person', () => `/people/${open.person}`],
  ...['incidents', 'broadcasts', 'approvals', 'reports', 'health'].map((name): [string, () => string] => [
    name,
    () => `/${name}`,
  ]),
  ...Object.keys(settings.parts).map((part): [string, () => string] => [
    `settings-${part}`,
    () => `/settings/${part}`,
  ]),
  ['broadcast', () => '/broadcasts/new'],
  ['planned-work', () => '/broadcasts/work'],
  ['nowhere', () => '/nowhere'],
];

/** Goes to a screen as a link does, and waits until nothing of it is still loading. */
async function visit(path: string): Promise<void> {
  await mina.page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  const content = mina.page.locator('#content');
  await eventually(`the screen ${path}`, async () => {
    const waiting = await content.getByText('Loading…').or(content.locator('[data-visible]')).count();
    const text = await content.innerText();
    return (waiting === 0 && text.trim() !== '') || undefined;
  });
}

describe.each(screens)('the screen %s', (name, path) => {
  it('has no barriers, at a desk and on a phone, in light and in dark', async () => {
    const { page } = mina;
    for (const [size, viewport] of sizes) {
      await page.setViewportSize(viewport);
      await visit(path());
      await mina.picture(`${size}-${name}`);
      expect(await mina.barriers(), `${size}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Of all rules these alone depend on colours.
      expect(await mina.barriers(['color-contrast', 'link-in-text-block']), `${size}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(mina.complaints).toEqual([]);
    }
  });
});
