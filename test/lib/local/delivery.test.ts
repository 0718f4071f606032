import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { explainStatus, findDelivery, signDelivery } from '../../../lib/local/delivery.ts';

const root = join(import.meta.dirname, '../../..');
const payloads = join(root, 'test/fixtures/payloads');
const Manifest = z.object({
  files: z.array(
    z.object({ file: z.string(), platform: z.string(), headers: z.record(z.string(), z.string()) }),
  ),
});
const { files } = Manifest.parse(JSON.parse(readFileSync(join(payloads, 'manifest.json'), 'utf8')));
/** The recorded webhooks of both platforms, each with its signature header. */
const signed = files.flatMap(({ file, platform, headers }) =>
  ['X-Hub-Signature-256', 'x-twitter-webhooks-signature']
    .filter((name) => ['facebook', 'x'].includes(platform) && name in headers)
    .map((name) => ({ file, platform, header: name.toLowerCase(), value: headers[name] })),
);

describe('signing a delivery', () => {
  test('there are recorded signatures of both platforms', () => {
    expect(new Set(signed.map(({ platform }) => platform))).toEqual(new Set(['facebook', 'x']));
  });

  test('every recorded webhook gets the signature that was recorded with it', () => {
    const wrong = signed.filter(
      ({ file, platform, header, value }) =>
        signDelivery(platform, readFileSync(join(payloads, file)))[header] !== value,
    );
    expect(wrong).toEqual([]);
  });

  test('a channel without a local secret is refused', () => {
    expect(() => signDelivery('pigeon', Buffer.from(''))).toThrow(/facebook, x/);
  });
});

describe('finding the file', () => {
  test('a bare name is one of the demo deliveries', () => {
    expect(findDelivery(root, 'x', 'mention.json')).toBe(join(root, 'test/fixtures/demo/x/mention.json'));
  });

  test('a recorded payload is found too', () => {
    expect(findDelivery(root, 'facebook', 'batch-mixed.json')).toBe(
      join(payloads, 'facebook/batch-mixed.json'),
    );
  });

  test('a missing file is named', () => {
    expect(() => findDelivery(root, 'x', 'nothing.json')).toThrow(/nothing\.json/);
  });
});

describe('every answer means something', () => {
  test.each([200, 400, 401, 404, 413, 418, 500, 503])('%i', (status) => {
    expect(explainStatus(status)).toMatch(/\w+/);
  });
});
