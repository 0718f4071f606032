import { expect, test } from 'vitest';
import { challenge } from '../../../../functions/channels/x/challenge.ts';
import { recordedJson, secrets } from '../../../fixtures/recorded.ts';

const query = { crc_token: 'desk-crc-token-0001' };

test('answers the published token with the published digest', () => {
  expect(challenge(query, { signingKeys: [secrets.x] })).toEqual({
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(recordedJson('x', 'response-crc')),
  });
});

test('signs with the newest key during a rotation', () => {
  const newest = challenge(query, { signingKeys: [secrets.x, 'the-older-consumer-secret'] });
  const older = challenge(query, { signingKeys: ['the-older-consumer-secret', secrets.x] });
  expect(newest?.body).toContain('sha256=XI0XShCVv7WGEW5zWuuw0Fz/pKfKVtNbLYvYj7rDokI=');
  expect(older?.body).not.toEqual(newest?.body);
});

test('answers an empty token too, since a wrong answer would disable the webhook', () => {
  expect(challenge({ crc_token: '' }, { signingKeys: [secrets.x] })?.status).toBe(200);
});

test('says that a query without a token is no challenge', () => {
  expect(challenge({ 'hub.challenge': '1' }, { signingKeys: [secrets.x] })).toBeUndefined();
});

const unready = [
  { title: 'no key is stored', signingKeys: [] },
  { title: 'the key is not filled in yet', signingKeys: [''] },
];

test.each(unready)('refuses to answer while $title', ({ signingKeys }) => {
  expect(challenge(query, { signingKeys })?.status).toBe(403);
});
