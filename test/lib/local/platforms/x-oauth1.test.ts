import { describe, expect, test } from 'vitest';
import {
  parseAuthorization,
  percentEncode,
  type SignedRequest,
  signature,
  signatureBase,
  signedRightly,
} from '../../../../lib/local/platforms/x/oauth1.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, CONSUMER_SECRET, MORNING } from './x-accounts.ts';
import { type CallOptions, startWorld } from './x-harness.ts';

const request: SignedRequest = {
  method: 'POST',
  url: 'https://api.x.com/2/tweets',
  form: [],
  authorization: [
    'OAuth oauth_consumer_key="test-consumer-key"',
    'oauth_nonce="0123456789abcdef0123456789abcdef"',
    'oauth_signature="yGnsqKllvRayZda9juqafcqf%2B1E%3D"',
    'oauth_signature_method="HMAC-SHA1"',
    'oauth_timestamp="1795169700"',
    'oauth_token="100000001-testAccessToken"',
    'oauth_version="1.0"',
  ].join(', '),
};

describe('the worked example of the fact sheet', () => {
  const oauth = parseAuthorization(request.authorization);
  if (!oauth) throw new Error('The header of the example is readable.');

  test('gives its base string', () => {
    expect(signatureBase(request, oauth)).toBe(
      'POST&https%3A%2F%2Fapi.x.com%2F2%2Ftweets&oauth_consumer_key%3Dtest-consumer-key%26oauth_nonce%3D0123456789abcdef0123456789abcdef%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1795169700%26oauth_token%3D100000001-testAccessToken%26oauth_version%3D1.0',
    );
  });

  test('gives its signature', () => {
    const base = signatureBase(request, oauth);
    expect(signature(base, CONSUMER_SECRET, 'test-access-token-secret')).toBe('yGnsqKllvRayZda9juqafcqf+1E=');
  });

  test('is right with its secrets and wrong with another', () => {
    const secrets = { consumer: CONSUMER_SECRET, token: 'test-access-token-secret' };
    expect(signedRightly(request, oauth, secrets)).toBe(true);
    expect(signedRightly(request, oauth, { ...secrets, token: 'another' })).toBe(false);
    expect(signedRightly({ ...request, url: `${request.url}?a=1` }, oauth, secrets)).toBe(false);
  });
});

test('Query and form parameters are signed, sorted by name and then by value', () => {
  const oauth = parseAuthorization(request.authorization);
  const signed = { ...request, url: 'https://api.x.com/2/x?b=2&a=z&a=b%20c', form: [['c', 'ü+']] as const };
  const base = oauth ? signatureBase(signed, oauth) : '';
  expect(base).toContain('&a%3Db%2520c%26a%3Dz%26b%3D2%26c%3D%25C3%25BC%252B%26oauth_');
});

test('Encoding follows RFC 3986', () => {
  expect(percentEncode("Ladies + Gentlemen! it's (an) *OAuth* ~-._")).toBe(
    'Ladies%20%2B%20Gentlemen%21%20it%27s%20%28an%29%20%2AOAuth%2A%20~-._',
  );
});

describe('a header is unreadable', () => {
  const cases = [
    ['when it is no OAuth header', 'Bearer abc'],
    ['when a parameter comes twice', `${request.authorization}, oauth_nonce="b"`],
    ['when a value is not quoted', request.authorization.replace('"1.0"', '1.0')],
    ['when it is signed in another way', request.authorization.replace('HMAC-SHA1', 'PLAINTEXT')],
    ['when it has no nonce', request.authorization.replace(/oauth_nonce="[^"]*"/, 'oauth_nonce=""')],
    ['when its time is no number', request.authorization.replace('1795169700', 'now')],
    ['when it is broken by percent signs', request.authorization.replace('%2B', '%zz')],
  ] as const;
  test.each(cases)('%s', (_name, header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });
});

describe('a call is answered with 401', () => {
  const minutes = (count: number) => MORNING + count * 60_000;
  const cases: [name: string, options: CallOptions][] = [
    ['without a signature', { authorization: '' }],
    ['with a wrong consumer secret', { consumerSecret: 'guessed' }],
    ['with a wrong consumer key', { consumerKey: 'guessed' }],
    ['with a wrong token secret', { account: { ...BRAND, tokenSecret: 'guessed' } }],
    ['with an unknown token', { account: { ...BRAND, token: 'guessed' } }],
    ['with a wrong bearer token', { authorization: 'Bearer guessed' }],
    ['with a timestamp six minutes old', { now: minutes(-6) }],
    ['with a timestamp six minutes ahead', { now: minutes(6) }],
  ];
  test.each(cases)('%s', async (_name, options) => {
    const world = await startWorld();
    const { status, body } = await world.call('GET', '/2/users/me', options);
    expect(status).toBe(401);
    expect(body).toEqual(recordedJson('x', 'error-401'));
  });

  test('with a nonce that was used before, also after a while', async () => {
    const world = await startWorld();
    const once = { nonce: 'only-once' };
    expect((await world.call('GET', '/2/users/me', once)).status).toBe(200);
    world.clock.now += 60_000;
    expect((await world.call('GET', '/2/users/me', { ...once, now: MORNING })).status).toBe(401);
  });

  test.each(['expired', 'revoked'] as const)(
    'with a token that is %s, until it is valid again',
    async (state) => {
      const world = await startWorld();
      world.simulator.setToken(BRAND.id, state);
      expect((await world.call('GET', '/2/users/me')).status).toBe(401);
      world.simulator.setToken(BRAND.id, 'valid');
      expect((await world.call('GET', '/2/users/me')).status).toBe(200);
    },
  );
});

test('A signature with query parameters and a clock four minutes off is accepted', async () => {
  const world = await startWorld();
  const path = '/2/users/me?user.fields=public_metrics,description&expansions=';
  const { status, body } = await world.call('GET', path, { now: MORNING - 4 * 60_000 });
  expect(status).toBe(200);
  expect(body).toMatchObject({ data: { id: BRAND.id, username: 'larkspursupply' } });
});

test('The bearer token of the app is given for its key and secret only', async () => {
  const world = await startWorld();
  const answer = await world.call('GET', '/2/webhooks', { authorization: await world.bearer() });
  expect(answer.status).toBe(200);
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const authorization = `Basic ${Buffer.from('test-consumer-key:guessed').toString('base64')}`;
  expect((await world.call('POST', '/oauth2/token', { authorization, body })).status).toBe(403);
});
