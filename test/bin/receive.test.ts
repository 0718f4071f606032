import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../lib/local/listening.ts';
import { readBody } from '../../lib/local/platforms/http-body.ts';
import { root } from '../lib/local/harness.ts';
import { run } from './running.ts';

interface Delivery {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Somebody who takes deliveries, and answers with this status. */
async function startReceiver(status: number) {
  const deliveries: Delivery[] = [];
  const server = await listen(0, async (request, response) => {
    deliveries.push({ url: request.url, headers: request.headers, body: await readBody(request) });
    response.writeHead(status).end();
  });
  onTestFinished(() => server.close());
  return { port: String(server.port), deliveries };
}

const receive = (...args: string[]) => run(process.execPath, 'bin/receive.ts', ...args);

describe('a delivery', () => {
  test('is exactly the bytes of the file, signed as the platform does', async () => {
    const { port, deliveries } = await startReceiver(200);
    const command = receive('facebook', 'feed-comment-add.json', '--port', port);
    expect(await command.ended).toEqual([0, null]);
    expect(command.output()).toBe('200 taken: Hark has it and works on it now\n');
    const file = join(root, 'test/fixtures/payloads/facebook/feed-comment-add.json');
    expect(deliveries).toEqual([
      {
        url: '/webhooks/facebook',
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'x-hub-signature-256': 'sha256=3493ab58a77edcd9bd4143b2f1e353eaf2d430206554b641c50de70af7533b50',
        }),
        body: readFileSync(file),
      },
    ]);
  });

  test('that happens now is signed after its instants and ids are changed', async () => {
    const { port, deliveries } = await startReceiver(200);
    await receive('x', 'mention.json', '--now', '--port', port).ended;
    const [delivery] = deliveries;
    expect(delivery?.url).toBe('/webhooks/x');
    expect(delivery?.headers['x-twitter-webhooks-signature']).toMatch(/^sha256=[\w+/]{43}=$/);
    expect(delivery?.body).not.toEqual(readFileSync(join(root, 'test/fixtures/demo/x/mention.json')));
  });

  test('that is refused says what the refusal means', async () => {
    const { port } = await startReceiver(401);
    const command = receive('x', 'mention.json', '--port', port);
    expect(await command.ended).toEqual([1, null]);
    expect(command.output()).toMatch(/^401 refused: the signature/);
  });
});

const mistakes: [string, string[], RegExp][] = [
  ['nothing at all', [], /npm run receive -- facebook\|x FILE/],
  ['an unknown channel', ['pigeon', 'package.json'], /no channel 'pigeon'/],
  ['a missing file', ['x', 'nothing.json'], /no file nothing\.json/],
  [
    'a port where nothing answers',
    ['x', 'mention.json', '--port', '9'],
    /Nothing answers on http:\/\/127\.0\.0\.1:9/,
  ],
];
test.each(mistakes)('%s is told in a sentence', async (_name, args, expected) => {
  const command = receive(...args);
  expect(await command.ended).toEqual([1, null]);
  expect(command.output()).toMatch(expected);
  expect(command.output()).not.toContain('    at ');
});
