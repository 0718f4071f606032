import { describe, expect, it } from 'vitest';
import { addressOfPost, BY_KEY, BY_TYPE } from '../../../../functions/channels/x/address.ts';

const tweet = (author: string, more: object = {}) => ({ id_str: '70', user: { id_str: author }, ...more });
const post = (author: string, more: object = {}) => ({ id: '70', author_id: author, ...more });

const groups = [
  { title: 'a customer’s post by its author', v1: tweet('2'), v2: post('2'), group: '2' },
  { title: 'our post to all by ourselves', v1: tweet('1'), v2: post('1'), group: '1' },
  {
    title: 'our answer by the person whom it answers',
    v1: tweet('1', { in_reply_to_user_id_str: '2' }),
    v2: post('1', { in_reply_to_user_id: '2' }),
    group: '2',
  },
  {
    title: 'the second half of our answer by the same person',
    v1: tweet('1', {
      in_reply_to_user_id_str: '1',
      entities: { user_mentions: [{ id_str: '2', indices: [0, 5] }] },
    }),
    v2: post('1', { in_reply_to_user_id: '1', entities: { mentions: [{ id: '2', start: 0 }] } }),
    group: '2',
  },
  {
    title: 'a repost by what it repeats',
    v1: tweet('2', { retweeted_status: { id_str: '50' } }),
    v2: post('2', { referenced_tweets: [{ type: 'retweeted', id: '50' }] }),
    group: '50',
  },
  {
    title: 'a quote by its author',
    v1: tweet('2', { quoted_status_id_str: '50' }),
    v2: post('2', { referenced_tweets: [{ type: 'quoted', id: '50' }] }),
    group: '2',
  },
];

it.each(groups)('groups $title in both generations', ({ v1, v2, group }) => {
  const expected = { group, identity: ['post', '70'] };
  expect(BY_KEY.tweet_create_events?.('1', v1)).toEqual(expected);
  expect(addressOfPost('1', v2)).toEqual(expected);
});

describe('an event between two users', () => {
  it('belongs to the one who is not us, whoever acted', () => {
    const by = (source: string, target: string) => ({
      source: { id_str: source },
      target: { id_str: target },
    });
    expect(BY_KEY.follow_events?.('1', by('2', '1'))?.group).toBe('2');
    expect(BY_KEY.block_events?.('1', by('1', '2'))?.group).toBe('2');
  });

  it('has no identity of its own in the newer API', () => {
    const pair = { source: { data: { id: '1' } }, target: { id: '2' } };
    expect(BY_TYPE['mute.mute']?.('1', pair)).toEqual({ group: '2', identity: undefined });
  });

  it('is told apart from its repetition by its instant', () => {
    const at = (created_timestamp: string) => ({
      type: 'follow',
      created_timestamp,
      source: { id_str: '2' },
      target: { id_str: '1' },
    });
    const identities = ['1', '2'].map((instant) => BY_KEY.follow_events?.('1', at(instant))?.identity);
    expect(identities[0]).not.toEqual(identities[1]);
  });
});

it('groups an encrypted message by the other of the two', () => {
  const chat = (sender_id: string) => ({ id: 'a-1', sender_id, conversation_id: '2:1' });
  expect(BY_TYPE['chat.received']?.('1', chat('2'))).toEqual({ group: '2', identity: ['chat', 'a-1'] });
  expect(BY_TYPE['chat.sent']?.('1', chat('1'))).toEqual({ group: '2', identity: ['chat', 'a-1'] });
});

it('gives no address to what it cannot read', () => {
  for (const addresser of [...Object.values(BY_KEY), ...Object.values(BY_TYPE)]) {
    expect(addresser('1', {})).toBeUndefined();
    expect(addresser('1', 'a word')).toBeUndefined();
  }
});
