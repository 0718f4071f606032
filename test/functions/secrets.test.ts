import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChannelSecrets, channelSecrets } from '../../functions/secrets.ts';
import { type AwsJson, startAwsJson } from './aws-json.ts';

const MINUTE = 60_000;
const good = { signingKeys: ['key-2', 'key-1'], verifyToken: 'word' };

let manager: AwsJson;
let now = 0;
let opened = 0;
afterEach(() => manager.close());

/** Secrets behind a Secrets Manager that says `stored.text`, or nothing while that is undefined. */
async function secretsOf(stored: { text?: string | undefined }): Promise<ChannelSecrets> {
  now = 0;
  opened = 0;
  manager = await startAwsJson(() =>
    stored.text === undefined
      ? { status: 500, body: { __type: 'InternalServiceError', message: 'no' } }
      : { body: { SecretString: stored.text } },
  );
  const openClient = () => {
    opened += 1;
    return new SecretsManagerClient(manager.client);
  };
  return channelSecrets({ openClient, arns: '{"x":"arn:x"}', now: () => now });
}

const text = (value: unknown) => JSON.stringify(value);

it('costs a client only when a secret is asked for, and only one', async () => {
  const secrets = await secretsOf({ text: text(good) });
  expect(opened).toBe(0);
  for (now of [0, 10 * MINUTE]) await secrets.of('x');
  expect(opened).toBe(1);
});

describe('a secret', () => {
  it('is read once and then remembered for five minutes', async () => {
    const secrets = await secretsOf({ text: text(good) });
    for (now of [0, MINUTE, 5 * MINUTE - 1]) expect(await secrets.of('x')).toEqual(good);
    expect(manager.asked).toEqual([{ operation: 'GetSecretValue', input: { SecretId: 'arn:x' } }]);
    now = 5 * MINUTE;
    await secrets.of('x');
    expect(manager.asked).toHaveLength(2);
  });

  it('is read again at once when doubted, but not for every forged signature', async () => {
    const stored = { text: text({ signingKeys: ['old'] }) };
    const secrets = await secretsOf(stored);
    await secrets.of('x');
    stored.text = text({ signingKeys: ['new'] });
    now = 29_000;
    expect(await secrets.of('x', true)).toEqual({ signingKeys: ['old'] });
    now = 30_000;
    expect(await secrets.of('x', true)).toEqual({ signingKeys: ['new'] });
    for (let forged = 0; forged < 50; forged += 1) await secrets.of('x', true);
    expect(manager.asked).toHaveLength(2);
  });

  it('is used on while Secrets Manager does not answer, for an hour', async () => {
    const stored: { text?: string | undefined } = { text: text(good) };
    const secrets = await secretsOf(stored);
    await secrets.of('x');
    stored.text = undefined;
    for (now of [10 * MINUTE, 30 * MINUTE, 59 * MINUTE]) expect(await secrets.of('x')).toEqual(good);
    now = 70 * MINUTE;
    await expect(secrets.of('x')).rejects.toThrow();
  });

  it('is asked for again after it could not be read the first time', async () => {
    const stored: { text?: string | undefined } = {};
    const secrets = await secretsOf(stored);
    await expect(secrets.of('x')).rejects.toThrow();
    stored.text = text(good);
    expect(await secrets.of('x')).toEqual(good);
  });

  it('of a channel that is not configured is an error that names the channel', async () => {
    const secrets = await secretsOf({ text: text(good) });
    await expect(secrets.of('facebook')).rejects.toThrow("'facebook'");
    expect(manager.asked).toEqual([]);
  });
});

describe('a secret that is not filled in', () => {
  const rows = [
    { name: 'empty', stored: '' },
    { name: 'no JSON', stored: 'hush-hush-no-json' },
    { name: 'without keys', stored: text({ signingKeys: [], verifyToken: 'hush-hush' }) },
    { name: 'with an empty key', stored: text({ signingKeys: [''], verifyToken: 'hush-hush' }) },
    { name: 'with an empty key among good ones', stored: text({ signingKeys: ['hush-hush', ''] }) },
    { name: 'with an empty verify token', stored: text({ signingKeys: ['hush-hush'], verifyToken: '' }) },
    { name: 'with a key that is no text', stored: text({ signingKeys: [17], verifyToken: 'hush-hush' }) },
    { name: 'of another shape', stored: text(['hush-hush']) },
  ];

  it.each(rows)('is an error that names the channel and not the content: $name', async ({ stored }) => {
    const secrets = await secretsOf({ text: stored });
    const error: unknown = await secrets.of('x').catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(`${error}`).toContain("'x'");
    expect(`${error}`).not.toContain('hush-hush');
  });

  it('is not replaced by the one before, which may have been taken away on purpose', async () => {
    const stored: { text?: string | undefined } = { text: text(good) };
    const secrets = await secretsOf(stored);
    await secrets.of('x');
    stored.text = '{}';
    now = 5 * MINUTE;
    await expect(secrets.of('x')).rejects.toThrow('signingKeys');
    await expect(secrets.of('x')).rejects.toThrow('signingKeys');
    // Nor does it come back while Secrets Manager is down.
    stored.text = undefined;
    await expect(secrets.of('x')).rejects.toThrow();
  });
});
