import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusHtml } from '../../functions/status/status-html.ts';
import { subscriptionPage } from '../../functions/status/subscription-pages.ts';
import { statusHeaders } from '../../lib/status-headers.ts';
import { board, entry } from '../functions/status/sample-board.ts';
import { startChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const over = { startsAt: '2026-11-20T00:00:00.000Z', endsAt: '2026-11-20T01:00:00.000Z' };
const news = { id: 'u', at: '2026-11-27T10:05:00.000Z', text: 'This is how it looks.' };
const files = [
  { type: 'image' as const, path: 'media/a1.png', alt: 'The first screen' },
  { type: 'video' as const, path: 'media/b2.mp4', size: 12_000_000, alt: 'How to book' },
];
const pages = {
  '/status': statusHtml(
    board(
      entry(),
      entry({ id: 'I2', severity: 'minor', affected: ['check-in'] }),
      entry({
        id: 'M1',
        kind: 'maintenance',
        startsAt: '2026-11-28T01:00:00.000Z',
        endsAt: '2026-11-28T03:00:00.000Z',
      }),
      entry({ id: 'A1', kind: 'announcement', affected: [], updates: [{ ...news, files }] }),
      entry({ id: 'P1', severity: 'critical', affected: ['baggage'], ...over }),
    ),
  ),
  '/status/subscribe': subscriptionPage('subscribe', 'Corvid Air'),
};

/** Opens a page of ours under the headers that it has at the edge, without a script of its own. */
async function open(path: keyof typeof pages, colorScheme: 'light' | 'dark', width: number) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: statusHeaders, body: pages[path] }),
  );
  await page.goto(`https://help.example.com${path}`);
  return { page, said, close: () => context.close() };
}

describe('the public pages', () => {
  const sights = [
    { path: '/status', scheme: 'light', width: 390 },
    { path: '/status', scheme: 'dark', width: 390 },
    { path: '/status', scheme: 'light', width: 1280 },
    { path: '/status/subscribe', scheme: 'light', width: 390 },
    { path: '/status/subscribe', scheme: 'dark', width: 390 },
  ] as const;

  it.each(sights)('$path can be read by everybody: $scheme, $width wide', async ({ path, scheme, width }) => {
    const { page, said, close } = await open(path, scheme, width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    // Nothing sticks out to the side, and nothing was against the policy.
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('16px');
    expect(said).toEqual([]);
    await close();
  });
});
