import { builtConsole } from '../../lib/console-build.ts';
import { root } from '../source-tree.ts';
import { startChromium } from './chromium.ts';

/** Unpacks the browser and builds the page once, before test files want both at the same time. */
export default async function prepare(): Promise<void> {
  builtConsole(root);
  const browser = await startChromium();
  await browser.close();
}
