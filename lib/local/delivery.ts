import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { secretOf } from './secrets.ts';
import { StartError } from './start-error.ts';

/** How a platform signs what it delivers: the name and the value of the header. */
type Sign = (body: Buffer, key: string) => [string, string];

/** @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started and https://docs.x.com/x-api/webhooks */
const signatures: Record<string, Sign> = {
  facebook: (body, key) => ['x-hub-signature-256', `sha256=${hmac(body, key).toString('hex')}`],
  x: (body, key) => ['x-twitter-webhooks-signature', `sha256=${hmac(body, key).toString('base64')}`],
};

/** Channels that can be delivered for. */
export const channels = Object.keys(signatures);

/**
 * Headers of a delivery of exactly these bytes, signed with the local secret of the channel.
 * @throws StartError for a channel that has no local secret
 */
export function signDelivery(channel: string, body: Buffer): Record<string, string> {
  const sign = signatures[channel];
  const key = secretOf(channel)?.signingKeys[0];
  if (!sign || !key) {
    throw new StartError(`There is no channel '${channel}' here. Known: ${channels.join(', ')}.`);
  }
  const [name, value] = sign(body, key);
  return { 'content-type': 'application/json', [name]: value };
}

function hmac(body: Buffer, key: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}

/**
 * The file that is meant: a path, or the bare name of a demo or a recorded payload of the channel.
 * @throws StartError when there is none
 */
export function findDelivery(root: string, channel: string, name: string): string {
  const fixtures = join(root, 'test', 'fixtures');
  const places = [name, join(fixtures, 'demo', channel, name), join(fixtures, 'payloads', channel, name)];
  const file = places.find((place) => existsSync(place));
  if (file) return file;
  throw new StartError(`There is no file ${name}, neither here nor under test/fixtures/demo/${channel}.`);
}

/** What the answer to a delivery means, for the person who sent it. */
export function explainStatus(status: number): string {
  if (status === 200) return 'taken: Hark has it and works on it now';
  if (status === 401) return 'refused: the signature does not fit these bytes';
  if (status === 404) return 'refused: no such channel, or nothing of Hark answers on this port';
  if (status === 400) return 'refused: the body is not what this platform sends';
  if (status === 413) return 'refused: the body is too large';
  if (status >= 500)
    return 'not taken: a platform would send it again later. The terminal of npm start says why';
  return 'not what a platform expects';
}
