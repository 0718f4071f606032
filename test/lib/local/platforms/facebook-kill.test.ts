import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { eventually, PAGE, readState, startDesk, startWorld, textOf } from './facebook-harness.ts';

test('A kill at once after an answer loses neither the comment, nor its event, nor the call', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'facebook-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'facebook.sqlite');
  const script = fileURLToPath(new URL('facebook-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, 'http://127.0.0.1:9/nobody-listens'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const url = `${String(line).trim()}/v26.0/me/feed?access_token=${PAGE.token}`;
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ message: 'We look into it.' }),
  });
  const id = textOf(await answer.json(), 'id');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const desk = await startDesk();
  const facebook = await startWorld({ file, webhookUrl: desk.url });
  expect((await readState(facebook)).posts).toContainEqual(expect.objectContaining({ id }));
  expect(facebook.simulator.calls()).toMatchObject([
    { path: '/v26.0/me/feed', body: { message: 'We look into it.' }, status: 200 },
  ]);
  await eventually(() => desk.events()).toMatchObject([{ post_id: id, verb: 'add' }]);
});
