import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../lib/local/local-people.ts';
import { root } from '../source-tree.ts';

export interface SeatOptions {
  /** @default a desk of 1280 × 800 */
  size?: { width: number; height: number };
  /** @default light */
  scheme?: 'light' | 'dark';
  /** Whether a finger does what a mouse does elsewhere. */
  touch?: boolean;
  /** Where to go after signing in. @default / */
  path?: string;
}

export const phone: SeatOptions = { size: { width: 360, height: 740 }, touch: true };

/** Somebody in front of a browser of their own. */
export interface Seat {
  page: Page;
  context: BrowserContext;
  /** What the browser complained of: errors of scripts, and whatever the content security policy stopped. */
  complaints: string[];
  /** Takes pictures of what is shown, in light and in dark, into `.hark/screenshots`, which git ignores. */
  picture(name: string): Promise<void>;
  /** What axe finds wrong, one line each; by all of its rules, or by some. */
  barriers(rules?: string[]): Promise<string[]>;
  leave(): Promise<void>;
}

const pictures = join(root, '.hark/screenshots');

/** Opens a browser of its own for one person, who signs in by pressing the button of the role. */
export async function openSeat(
  browser: Browser,
  url: string,
  role: Role,
  { size = { width: 1280, height: 800 }, scheme = 'light', touch = false, path = '/' }: SeatOptions = {},
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    hasTouch: touch,
    isMobile: touch,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto(url + path);
  await page.locator(`button[name="role"][value="${role}"]`).click();
  await page.waitForURL((at) => at.origin === url && !at.pathname.startsWith('/_local'));
  return {
    page,
    context,
    complaints,
    picture: (name) => takePictures(page, name, scheme),
    async barriers(rules) {
      const axe = new AxeBuilder({ page });
      const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    leave: () => context.close(),
  };
}

/** Chromium writes what the policy stops to the console, like every uncaught error. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      complaints.push(`stopped: ${message.text()}`);
  });
  return complaints;
}

async function takePictures(page: Page, name: string, usual: 'light' | 'dark'): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours fade into one another; a picture half-way shows neither.
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: usual });
}
