import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putFile } from '../../../functions/media/bucket.ts';
import type { FunctionDefinition } from '../../../lib/local/function-instance.ts';
import { openStatusFiles, type StatusFiles } from '../../../lib/local/status-files.ts';
import { openTestBucket, type TestBucket } from '../../functions/media/bucket-engine.ts';

let files: TestBucket;
let status: StatusFiles | undefined;
beforeAll(async () => {
  files = await openTestBucket();
  const bytes = Buffer.from('<p>Everything works</p>');
  await putFile(files.bucket, 'status', {
    bytes,
    contentType: 'text/html',
    cacheControl: 'public, max-age=30',
  });
  const endpoint = await files.bucket.client.config.endpoint?.();
  const url = `${endpoint?.protocol}//${endpoint?.hostname}:${endpoint?.port}`;
  status = openStatusFiles([drawing({ STATUS_BUCKET: files.bucket.name })], url, 0);
});
afterAll(async () => {
  status?.close();
  await files.close();
});

const drawing = (environment: Record<string, string>): FunctionDefinition => ({
  logicalId: 'f',
  name: 'status-page',
  functionName: 'f',
  arn: 'f',
  file: '',
  exportName: 'handler',
  timeoutSeconds: 1,
  memory: 128,
  concurrency: 1,
  environment,
});

function ask(url: string, method = 'GET') {
  const request = new IncomingMessage(new Socket());
  return status?.answer(Object.assign(request, { url, method }));
}

test('the page is what its function wrote, under the headers of the edge, and fresh', async () => {
  const answer = await ask('/status?x=1');
  expect(answer).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/html',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'public, max-age=0',
    },
  });
  expect(answer?.body.toString()).toBe('<p>Everything works</p>');
});

test('pictures and films of the page are beside it', async () => {
  const picture = { bytes: Buffer.from('a picture'), contentType: 'image/png' };
  await putFile(files.bucket, 'status/media/a1b2.png', picture);
  expect(await ask('/status/media/a1b2.png')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.from('a picture'),
  });
  expect(await ask('/status/media/none.png')).toMatchObject({ status: 404 });
});

test('a slash too many leads to the page', async () => {
  expect(await ask('/status/')).toMatchObject({ status: 301, headers: { location: '/status' } });
});

test('what is not drawn yet is not found', async () => {
  expect(await ask('/status.json')).toMatchObject({ status: 404 });
});

test.each([
  ['/status/subscriptions', 'GET'],
  ['/status', 'POST'],
  ['/', 'GET'],
])('%s %s belongs to others', async (url, method) => {
  expect(await ask(url, method)).toBeUndefined();
});

test('a stack without a status page serves none', () => {
  expect(openStatusFiles([drawing({})], 'http://127.0.0.1:1')).toBeUndefined();
});
