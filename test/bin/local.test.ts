import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { contextDefaults } from '../../lib/local/runner.ts';
import { synthesize } from '../../lib/local/synthesize.ts';
import { eventually } from '../lib/local/eventually.ts';
import { fixtureApp, root } from '../lib/local/harness.ts';
import { temporaryFolder } from '../lib/local/temporary-folder.ts';
import { type Running, run, runStack } from './running.ts';

beforeAll(() => synthesize({ root, app: fixtureApp, defaults: contextDefaults }));

/** A data folder as an earlier start left it. */
function dataFolder(): string {
  const data = temporaryFolder();
  writeFileSync(join(data, 'hark-data-id'), 'test');
  return data;
}

/** Four starts and a few visibility timeouts, on a machine that does much else. */
const SLOW_MS = 180_000;

const Mails = z.array(z.object({ subject: z.string() }));

async function subjects(url: string): Promise<Set<string>> {
  const answer = await fetch(`${url}/_local/mails`);
  return new Set(Mails.parse(await answer.json()).map((mail) => mail.subject));
}

async function send(url: string, id: string): Promise<number> {
  const body = JSON.stringify({ id });
  const answer = await fetch(`${url}/in/x`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return answer.status;
}

/** A platform repeats what was not taken, which a slow machine may well refuse. */
async function sendUntilTaken(url: string, id: string): Promise<void> {
  while ((await send(url, id)) !== 202);
}

const engineOf = (data: string) => Number(readFileSync(join(data, 'dynamodb.pid'), 'utf8'));

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the stack and its engine with exit code 0',
  async (signal) => {
    const data = dataFolder();
    const stack = runStack(data);
    await stack.ready();
    const engine = engineOf(data);
    stack.child.kill(signal);
    expect(await stack.ended).toEqual([0, null]);
    expect(existsSync(`/proc/${engine}`)).toBe(false);
  },
);

/** What `npm start` runs, as npm runs it. */
const npmStart = (data: string): Running =>
  run('npm', 'start', '--', '--port', '0', '--data', data, '--app', fixtureApp);

test('SIGTERM to npm start ends it with exit code 0', async () => {
  const data = dataFolder();
  const npm = npmStart(data);
  await npm.ready();
  const engine = engineOf(data);
  npm.child.kill('SIGTERM');
  expect(await npm.ended).toEqual([0, null]);
  await eventually('the end of the engine', () => !existsSync(`/proc/${engine}`) || undefined);
});

test('Ctrl-C, which the whole process group gets, ends npm start with exit code 0', async () => {
  const npm = npmStart(dataFolder());
  await npm.ready();
  process.kill(-(npm.child.pid ?? 0), 'SIGINT');
  expect(await npm.ended).toEqual([0, null]);
});

test('an npm that is killed takes its stack along, so that the port is free for the next', async () => {
  const data = dataFolder();
  const first = npmStart(data);
  const port = new URL(await first.ready()).port;
  first.child.kill('SIGKILL');
  const second = run(process.execPath, 'bin/local.ts', '--port', port, '--data', data, '--app', fixtureApp);
  expect(await second.ready()).toBe(`http://127.0.0.1:${port}`);
});

test('a signal during the start ends it, too', async () => {
  const data = dataFolder();
  const stack = runStack(data);
  await eventually('the engine', () => existsSync(join(data, 'dynamodb.pid')) || undefined);
  stack.child.kill('SIGTERM');
  expect(await stack.ended).toEqual([0, null]);
});

test(
  'nothing that was accepted is lost when the stack is killed again and again',
  async () => {
    const data = dataFolder();
    const ids: string[] = [];
    for (const round of ['a', 'b', 'c']) {
      const stack = runStack(data);
      const url = await stack.ready();
      const batch = [1, 2, 3, 4].map((number) => `${round}${number}`);
      await Promise.all(batch.map((id) => sendUntilTaken(url, id)));
      ids.push(...batch);
      // The first round dies with all in the first queue, the next ones somewhere on the way to the mail.
      if (round !== 'a')
        await eventually('a first mail', async () => (await subjects(url)).size > 0 || undefined);
      stack.child.kill('SIGKILL');
      await stack.ended;
    }
    const url = await runStack(data).ready();
    await eventually('a mail for each', async () => {
      const sent = await subjects(url);
      return ids.every((id) => sent.has(`Item ${id}`)) || undefined;
    });
  },
  SLOW_MS,
);

test('a taken port is told in a sentence, before anything else is started', async () => {
  const data = dataFolder();
  const first = runStack(data);
  const port = new URL(await first.ready()).port;
  const second = run(process.execPath, 'bin/local.ts', '--port', port, '--data', join(data, 'second'));
  expect(await second.ended).toEqual([1, null]);
  expect(second.output()).toBe(
    `Hark cannot run. Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${Number(port) + 1}\n`,
  );
  expect(existsSync(join(data, 'second'))).toBe(false);
});

test('a data folder in use is told in a sentence, and the stack that uses it goes on', async () => {
  const data = dataFolder();
  const first = runStack(data);
  const url = await first.ready();
  const second = runStack(data, '--fresh');
  expect(await second.ended).toEqual([1, null]);
  expect(second.output()).toMatch(/^Hark cannot run\. Another Hark is running on .*\n$/);
  expect(await send(url, 'still')).toBe(202);
});

test('an app that cannot be synthesized is told in its own words', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app', 'app.ts'), "throw new Error('mailFrom is no address');");
  const stack = run(
    process.execPath,
    'bin/local.ts',
    '--port',
    '0',
    '--data',
    join(folder, 'data'),
    '--app',
    join(folder, 'app', 'app.ts'),
  );
  expect(await stack.ended).toEqual([1, null]);
  expect(stack.output()).toMatch(/could not be synthesized:[\s\S]*mailFrom is no address/);
});

test('the usage is there for who asks', async () => {
  const help = run(process.execPath, 'bin/local.ts', '--help');
  expect(await help.ended).toEqual([0, null]);
  expect(help.output()).toMatch(/--fresh\s+empty that folder first/);
});
