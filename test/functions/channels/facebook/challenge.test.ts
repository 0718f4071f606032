import { describe, expect, it } from 'vitest';
import { challenge } from '../../../../functions/channels/facebook/challenge.ts';

const secret = { signingKeys: ['key'], verifyToken: 'a word that both know' };
const asked = {
  'hub.mode': 'subscribe',
  'hub.verify_token': 'a word that both know',
  'hub.challenge': '00115892',
};

describe('challenge', () => {
  it('answers with the challenge as it came, leading zeros included', () => {
    expect(challenge(asked, secret)).toEqual({ status: 200, contentType: 'text/plain', body: '00115892' });
  });

  it('takes a query without a mode for no challenge', () => {
    expect(challenge({}, secret)).toBeUndefined();
    expect(challenge({ crc_token: 'x' }, secret)).toBeUndefined();
  });

  it.each([
    ['another token', { ...asked, 'hub.verify_token': 'another word' }, secret],
    ['no token', { ...asked, 'hub.verify_token': undefined }, secret],
    ['another mode', { ...asked, 'hub.mode': 'unsubscribe' }, secret],
    ['no challenge', { ...asked, 'hub.challenge': undefined }, secret],
    ['a desk without a token', { ...asked, 'hub.verify_token': undefined }, { signingKeys: [] }],
    [
      'a desk with an empty token',
      { ...asked, 'hub.verify_token': '' },
      { signingKeys: [], verifyToken: '' },
    ],
  ])('refuses %s and says what to do', (_name, query, ours) => {
    const answer = challenge(query, ours);
    expect(answer).toMatchObject({ status: 403, contentType: 'text/plain' });
    expect(answer?.body).toContain('verify token');
    expect(answer?.body).not.toContain('00115892');
  });
});
