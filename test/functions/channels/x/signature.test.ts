import { expect, it } from 'vitest';
import { authorization } from '../../../../functions/channels/x/signature.ts';

const credentials = {
  consumer: { key: 'test-consumer-key', secret: 'test-x-consumer-secret-0123456789' },
  token: { key: '100000001-testAccessToken', secret: 'test-access-token-secret' },
};
const moment = { nonce: '0123456789abcdef0123456789abcdef', seconds: 1795169700 };
const signed = (method: string, url: string) => authorization({ method, url }, credentials, moment);
const signatureIn = (header: string) => /oauth_signature="([^"]+)"/.exec(header)?.[1];

it('signs a post as the fact sheet computes it', () => {
  const header = signed('POST', 'https://api.x.com/2/tweets');
  expect(signatureIn(header)).toBe('yGnsqKllvRayZda9juqafcqf%2B1E%3D');
  expect(header).toMatch(/^OAuth oauth_consumer_key="test-consumer-key", oauth_nonce="0123456789abcdef/);
  expect(header).toContain('oauth_timestamp="1795169700"');
  expect(header).toContain('oauth_token="100000001-testAccessToken"');
});

/** The worked example of docs.x.com, whose parameters stand in a form there and in the query here: the same base string. */
it('signs the query as the documentation of X computes it', () => {
  const url =
    'https://api.x.com/1.1/statuses/update.json?include_entities=true&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21';
  const header = authorization(
    { method: 'POST', url },
    {
      consumer: { key: 'xvz1evFS4wEEPTGEFPHBog', secret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw' },
      token: {
        key: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
        secret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
      },
    },
    { nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg', seconds: 1318622958 },
  );
  expect(decodeURIComponent(signatureIn(header) ?? '')).toBe('Ls93hJiZbQ3akF3HF3x1Bz8/zU4=');
});

it('signs the query but does not put it into the header', () => {
  const header = signed('GET', 'https://api.x.com/2/users/1/tweets?tweet.fields=created_at%2Centities');
  expect(signatureIn(header)).not.toBe(signatureIn(signed('GET', 'https://api.x.com/2/users/1/tweets')));
  expect(header).not.toContain('tweet.fields');
});
