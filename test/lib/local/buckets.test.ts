import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBucketDoor } from '../../../lib/local/bucket-door.ts';
import { createBuckets } from '../../../lib/local/buckets.ts';
import { createResolver } from '../../../lib/local/intrinsics.ts';
import { listen } from '../../../lib/local/listening.ts';
import { clientSettings } from '../../../lib/local/local-credentials.ts';
import { startQueues } from '../../../lib/local/queues.ts';
import { parseTemplate } from '../../../lib/local/template.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = 'http://127.0.0.1:3000';
const template = parseTemplate({
  Resources: {
    FilesBucket1: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        CorsConfiguration: {
          CorsRules: [
            {
              AllowedOrigins: [{ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }],
              AllowedMethods: ['PUT'],
              AllowedHeaders: ['content-type'],
              MaxAge: 60,
            },
          ],
        },
      },
    },
  },
});

/** The template's buckets in an engine of the folder, until the test is over or `stop` is called. */
async function start(folder = temporaryFolder()) {
  const engine = await startQueues(folder);
  const door = await startBucketDoor(engine.endpoint);
  const resolve = createResolver(
    template,
    'Desk',
    new Map([['Api', { ref: 'api', attributes: { ApiEndpoint: page } }]]),
  );
  await createBuckets(template, resolve, door);
  const client = new S3Client(clientSettings(door.url));
  let isRunning = true;
  const stop = async () => {
    if (!isRunning) return;
    isRunning = false;
    client.destroy();
    await door.close();
    await engine.stop();
  };
  onTestFinished(stop);
  const at = { Bucket: 'filesbucket1', Key: 'inbound/1' };
  return {
    url: `${door.url}/filesbucket1/inbound/1`,
    put: (Body: Buffer) => client.send(new PutObjectCommand({ ...at, Body, ContentType: 'image/png' })),
    get: async () => {
      const { Body } = await client.send(new GetObjectCommand(at));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    stop,
  };
}

test('a file in a bucket is there after a restart', async () => {
  const folder = temporaryFolder();
  const bytes = Buffer.alloc(200_000, 'a picture ');
  const first = await start(folder);
  await first.put(bytes);
  await first.stop();
  const second = await start(folder);
  expect(await second.get()).toEqual(bytes);
});

describe('a page in a browser', () => {
  const preflight = (origin: string, method: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method },
  });

  test('of the console may upload', async () => {
    const { url } = await start();
    const asked = await fetch(url, preflight(page, 'PUT'));
    expect(asked.status).toBe(200);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '60',
    });
    const answer = await fetch(url, { method: 'PUT', headers: { origin: page }, body: 'hello' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
  });

  test.each([
    ['from elsewhere may not upload', 'https://example.com', 'PUT'],
    ['of the console may not delete', page, 'DELETE'],
  ])('%s', async (_name, origin, method) => {
    const { url } = await start();
    const asked = await fetch(url, preflight(origin, method));
    expect(asked.status).toBe(403);
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('may use no bucket without rules', async () => {
    const { url } = await start();
    const asked = await fetch(url.replace('filesbucket1', 'another'), preflight(page, 'PUT'));
    expect(asked.status).toBe(403);
  });
});

test('a request ends when the engine does not answer', async () => {
  const gone = await listen(0, () => {});
  await gone.close();
  const door = await startBucketDoor(gone.url);
  onTestFinished(door.close);
  await expect(fetch(`${door.url}/filesbucket1/inbound/1`)).rejects.toThrow();
});
