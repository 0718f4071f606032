import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { StartError } from '../../../lib/local/start-error.ts';
import { synthesize } from '../../../lib/local/synthesize.ts';

const root = mkdtempSync(join(tmpdir(), 'hark-synthesize-'));
afterAll(() => rmSync(root, { recursive: true }));
for (const folder of ['bin', 'lib/local', 'functions/console'])
  mkdirSync(join(root, folder), { recursive: true });
writeFileSync(join(root, 'cdk.json'), '{"context":{"mailFrom":"a@example.com"}}');

const app = 'bin/hark.ts';
const cache = join(root, 'node_modules/.cache/hark');
const assemblies = () => readdirSync(cache).filter((name) => name.startsWith('assembly-'));
/** Stands in for the stack: what it writes tells how often it ran. */
const write = (source: string) => writeFileSync(join(root, app), source);
const making = `
  const fs = require('node:fs');
  fs.appendFileSync('runs', 'x');
  fs.writeFileSync(process.env.CDK_OUTDIR + '/context', process.env.CDK_CONTEXT_JSON);
`;
const runs = () => readFileSync(join(root, 'runs'), 'utf8').length;

it('says in the app’s own words why it cannot be synthesized, and leaves nothing behind', async () => {
  write("throw new Error('mailFrom is no address')");
  const attempt = synthesize({ root, app, defaults: {} });
  await expect(attempt).rejects.toThrow(StartError);
  await expect(attempt).rejects.toThrow(/could not be synthesized:[\s\S]*mailFrom is no address/);
  expect(assemblies()).toEqual([]);
});

it('runs the app once for the same sources, and once more for each change that counts', async () => {
  write(making);
  const first = await synthesize({ root, app, defaults: { mailRate: 7 } });
  expect(readFileSync(join(first, 'context'), 'utf8')).toBe('{"mailFrom":"a@example.com","mailRate":7}');
  expect(await synthesize({ root, app, defaults: { mailRate: 7 } })).toBe(first);
  writeFileSync(join(root, 'lib/local/runner.ts'), 'no part of the stack');
  writeFileSync(join(root, 'functions/console/main.tsx'), 'served from its own build');
  expect(await synthesize({ root, app, defaults: { mailRate: 7 } })).toBe(first);
  expect(runs()).toBe(1);

  writeFileSync(join(root, 'functions/shell.ts'), 'a source');
  const second = await synthesize({ root, app, defaults: { mailRate: 7 } });
  writeFileSync(join(root, 'package-lock.json'), 'other packages');
  const third = await synthesize({ root, app, defaults: { mailRate: 7 } });
  const fourth = await synthesize({ root, app, defaults: { mailRate: 8 } });
  expect(new Set([first, second, third, fourth]).size).toBe(4);
  expect(runs()).toBe(4);
});

it('gives both of two that start at once a whole assembly', async () => {
  write(`${making}// another`);
  const [one, other] = await Promise.all([1, 2].map(() => synthesize({ root, app, defaults: {} })));
  expect(one).toBe(other);
  expect(existsSync(join(one ?? '', 'context'))).toBe(true);
  expect(assemblies().filter((name) => name.split('-').length > 2)).toEqual([]);
});

it('forgets assemblies that nobody used for a day', async () => {
  const old = join(cache, 'assembly-0123456789abcdef');
  mkdirSync(old);
  const dayBefore = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(old, dayBefore, dayBefore);
  await synthesize({ root, app, defaults: {} });
  expect(existsSync(old)).toBe(false);
  expect(assemblies().length).toBeGreaterThan(0);
});
