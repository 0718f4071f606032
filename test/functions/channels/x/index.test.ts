import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { x } from '../../../../functions/channels/x/index.ts';
import { recorded, secrets } from '../../../fixtures/recorded.ts';
import { channelContract } from '../contract.ts';

const company = '1800000000000000001';
const activity = (event_type: string, payload: unknown = {}) => ({
  data: { event_uuid: '-17', filter: { user_id: company }, event_type, payload },
});

channelContract({
  channel: x,
  key: secrets.x,
  deliveries: recorded('x', 'webhook'),
  sign: (key, body) => ({
    header: 'x-twitter-webhooks-signature',
    value: `sha256=${createHmac('sha256', key).update(body).digest('base64')}`,
  }),
  unknown: [
    ['a list of a kind that is new', { for_user_id: company, spaces_events: [{ id: '1' }, { id: '2' }] }],
    ['an object of a kind that is new', { for_user_id: company, community_note: { id: '1' } }],
    ['a kind named like what every object inherits', { for_user_id: company, constructor: [{}] }],
    ['a follow event of a type that is new', { for_user_id: company, follow_events: [{ type: 'stalk' }] }],
    ['a user event that is no revocation', { user_event: { welcome: {} } }],
    ['a type that is new', activity('post.applaud.create')],
    ['a type named like what every object inherits', activity('toString')],
    ['a change of a profile', activity('profile.update.bio', { before: 'a', after: 'b' })],
    [
      'news, which belong to no account',
      { data: { filter: { keyword: 'lantern' }, event_type: 'news.new' } },
    ],
  ],
  malformed: [
    ['no body', undefined],
    ['null', null],
    ['a word', 'post'],
    ['an empty list', []],
    ['an empty object', {}],
    ['events for nobody', { tweet_create_events: [{ id_str: '1' }] }],
    ['an account that is no id', { for_user_id: 'all of them', tweet_create_events: [] }],
    ['a post that no rule found', { data: { id: '1', text: 'hello' } }],
    ['an event without a type', { data: { event_uuid: '1', filter: {}, payload: {} } }],
    ['a delivery of another platform', { object: 'page', entry: [] }],
  ],
});

describe('x limits', () => {
  it('allows 280 weighted characters in public and 10,000 in private', () => {
    expect(x.limits.text).toEqual({ public: 280, private: 10_000 });
  });

  it('knows no end of the time in which we may write privately', () => {
    expect(x.limits.privateWindow).toBeUndefined();
  });
});
