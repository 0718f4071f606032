import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { facebook } from '../../../../functions/channels/facebook/index.ts';
import { recorded, secrets } from '../../../fixtures/recorded.ts';
import { channelContract } from '../contract.ts';

const page = '108200000000001';
const change = (field: string, value: unknown) => ({
  object: 'page',
  entry: [{ id: page, time: 1795169700, changes: [{ field, value }] }],
});
const messaging = (event: object) => ({
  object: 'page',
  entry: [{ id: page, time: 1795169700123, messaging: [event] }],
});
const parties = { sender: { id: '7200000000000001' }, recipient: { id: page }, timestamp: 1795169700123 };

channelContract({
  channel: facebook,
  key: secrets.facebook,
  deliveries: recorded('facebook', 'webhook'),
  sign: (key, body) => ({
    header: 'x-hub-signature-256',
    value: `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
  }),
  unknown: [
    ['a field that is new', change('page_thoughts', { thought: 'hm' })],
    ['an item that is new', change('feed', { item: 'hologram', verb: 'add', post_id: `${page}_1` })],
    ['a verb that is new', change('feed', { item: 'comment', verb: 'pin', comment_id: '1_2' })],
    ['an item that is no use to us', change('feed', { item: 'album', verb: 'add' })],
    ['a messaging event that is new', messaging({ ...parties, telepathy: { strength: 3 } })],
    [
      'a reaction with an action that is new',
      messaging({ ...parties, reaction: { mid: 'm_1', action: 'twirl' } }),
    ],
    [
      'an entry with neither changes nor messages',
      { object: 'page', entry: [{ id: page, time: 1795169700, calls: [] }] },
    ],
  ],
  malformed: [
    ['no body', undefined],
    ['null', null],
    ['a list', []],
    ['an object without entries', { object: 'page' }],
    ['another object', { object: 'instagram', entry: [] }],
    ['an entry without an id', { object: 'page', entry: [{ time: 1, changes: [] }] }],
    ['changes that are no list', { object: 'page', entry: [{ id: page, time: 1, changes: {} }] }],
  ],
});

describe('facebook limits', () => {
  it('allows 8,000 characters in public and 2,000 in private', () => {
    expect(facebook.limits.text).toEqual({ public: 8000, private: 2000 });
  });

  it('allows private words for a day, and a person’s own for a week', () => {
    expect(facebook.limits.privateWindow).toEqual({ any: 86_400, human: 604_800 });
  });
});
