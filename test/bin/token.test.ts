import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../lib/local/free-port.ts';
import { listen } from '../../lib/local/listening.ts';
import { createSignIn, signInPath } from '../../lib/local/sign-in.ts';
import { openSignInKeys } from '../../lib/local/sign-in-keys.ts';
import { temporaryFolder } from '../lib/local/temporary-folder.ts';
import { run } from './running.ts';

/** A sign-in of its own on a free port. */
async function startSignIn() {
  const port = await freePort();
  const keys = openSignInKeys(join(temporaryFolder(), 'keys.json'));
  const client = { id: 'Console', callbackUrls: ['http://localhost:5173/'], logoutUrls: [] };
  const signIn = createSignIn(`http://127.0.0.1:${port}`, [client], keys, new DatabaseSync(':memory:'));
  const server = await listen(port, signIn);
  onTestFinished(() => server.close());
  return { port, keys, issuer: `${server.url}${signInPath}` };
}

const token = (...args: string[]) => run(process.execPath, 'bin/token.ts', ...args);

test.each(['agent', 'lead', 'admin'])('prints a bearer token of the %s and nothing else', async (role) => {
  const { port, keys, issuer } = await startSignIn();
  const command = token(role, '--port', String(port));
  expect(await command.ended).toEqual([0, null]);
  expect(command.output()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const { payload } = await jwtVerify(command.output().trim(), keys.publicKey, {
    issuer,
    audience: 'Console',
  });
  expect(payload).toMatchObject({
    sub: expect.any(String),
    username: role,
    email: `${role}@hark.example`,
    'cognito:groups': [role],
    client_id: 'Console',
    token_use: 'access',
  });
});

test('each person is somebody else', async () => {
  const { port } = await startSignIn();
  const commands = ['agent', 'lead'].map((role) => token(role, '--port', String(port)));
  await Promise.all(commands.map((command) => command.ended));
  const [agent, lead] = commands.map((command) => decodeJwt(command.output().trim()).sub);
  expect(agent).not.toBe(lead);
});

const mistakes: [string, string[], RegExp][] = [
  ['a missing role', [], /agent\|lead\|admin/],
  ['an unknown role', ['boss'], /agent\|lead\|admin/],
  ['a port where nothing answers', ['agent', '--port', '9'], /No Hark answers on http:\/\/127\.0\.0\.1:9/],
];
test.each(mistakes)('%s is told in a sentence', async (_name, args, expected) => {
  const command = token(...args);
  expect(await command.ended).toEqual([1, null]);
  expect(command.output()).toMatch(expected);
  expect(command.output()).not.toContain('    at ');
});
