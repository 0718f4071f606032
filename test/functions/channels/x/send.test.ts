import { expect, it } from 'vitest';
import type { Access } from '../../../../functions/channels/sending.ts';
import { xSender } from '../../../../functions/channels/x/send.ts';
import { ACCOUNT, MORNING, orderOf } from './scripted-api.ts';

const access: Access = {
  secret: {
    signingKeys: ['secret'],
    consumerKey: 'key',
    accounts: { [ACCOUNT]: { token: 't', tokenSecret: 's' } },
  },
  accountId: ACCOUNT,
  apiUrl: 'https://api.x.com',
  fetch: () => Promise.reject(new Error('Nothing may be sent.')),
  now: MORNING,
  nonce: 'word',
};
const unconnected: Access = { ...access, accountId: '1800000000000000009' };
const hidden = { action: 'hide', nativeId: '7', visibility: 'public', ours: false } as const;

it('never makes public what is meant as a private invitation', async () => {
  const order = orderOf({ invitation: true, visibility: 'private' });
  expect(await xSender.send(order, access)).toMatchObject({
    outcome: 'failed',
    refusal: { code: 'x:invitation-is-public' },
  });
});

it('holds the replies of an account without a token, and asks X nothing', async () => {
  const held = { outcome: 'hold', refusal: { code: 'x:not-connected' } };
  expect(await xSender.send(orderOf(), unconnected)).toMatchObject(held);
  expect(await xSender.act(hidden, unconnected)).toMatchObject(held);
  const outcome = await xSender.look(orderOf(), unconnected, '2026-11-20T10:15:00.000Z');
  expect(outcome).toMatchObject({ found: 'unknown', refusal: { code: 'x:not-connected' } });
});

it('is called by the name of its channel', () => {
  expect(xSender.name).toBe('x');
});
