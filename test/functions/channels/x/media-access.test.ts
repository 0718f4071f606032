import { describe, expect, it } from 'vitest';
import type { Signing } from '../../../../functions/channels/sending.ts';
import { mediaHeaders } from '../../../../functions/channels/x/media-access.ts';
import { ACCOUNT, MORNING } from './scripted-api.ts';

const access: Signing = {
  secret: {
    signingKeys: ['app-secret'],
    consumerKey: 'app',
    accounts: { [ACCOUNT]: { token: 'token', tokenSecret: 'token-secret' } },
  },
  accountId: ACCOUNT,
  now: MORNING,
  nonce: 'nonce',
};
const guarded = 'https://ton.twitter.com/1.1/ton/data/dm/1/2/photo.jpg';

describe('a request for a file', () => {
  it('of a direct message is signed as the account', () => {
    expect(mediaHeaders(guarded, access).authorization).toMatch(
      /^OAuth oauth_consumer_key="app", oauth_nonce="nonce", oauth_signature="[^"]+"/,
    );
  });

  it.each([
    ['of a post', 'https://pbs.twimg.com/media/A.jpg'],
    [
      'at a host that only looks like it',
      'https://ton.twitter.com.example.com/1.1/ton/data/dm/1/2/photo.jpg',
    ],
    ['at a host below it', 'https://other.ton.x.com/photo.jpg'],
  ])('%s carries nothing', (_name, url) => {
    expect(mediaHeaders(url, access)).toEqual({});
  });

  it('carries nothing when the account is not connected', () => {
    expect(mediaHeaders(guarded, { ...access, accountId: 'another' })).toEqual({});
  });
});
