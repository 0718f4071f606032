import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** Where the package lays out what it brings along. */
const fonts = join(tmpdir(), 'fonts');
const libraries = join(tmpdir(), 'al2023');

/**
 * What the browser is started with: the package's own list is made for Lambda, where it also turns off the rules between origins,
 * which are part of what is tested here.
 */
const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-setuid-sandbox',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--disable-gpu',
];

/**
 * Starts the Chromium that comes with the packages.
 * @throws Error with a sentence when it does not run on this machine: a browser test that is skipped would prove nothing
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = await packed.executablePath();
  const options: LaunchOptions = { executablePath, args, headless: true };
  try {
    return await chromium.launch({ ...options, env: environment() });
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw explain(error);
  }
  // The package carries the libraries that a bare system lacks.
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  if (!existsSync(libraries)) await inflate(archive);
  try {
    const found = { LD_LIBRARY_PATH: join(libraries, 'lib') };
    return await chromium.launch({ ...options, env: { ...environment(), ...found } });
  } catch (error) {
    throw explain(error);
  }
}

function environment(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), ...(existsSync(fonts) && { FONTCONFIG_PATH: fonts }) };
}

function explain(error: unknown): Error {
  return new Error(
    'The browser tests need the Chromium of the package @sparticuz/chromium, which does not start on this machine. It is built for Linux on x64.',
    { cause: error },
  );
}
