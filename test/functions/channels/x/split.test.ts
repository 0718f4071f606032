import { expect, it } from 'vitest';
import { parse } from '../../../../functions/channels/x/parse.ts';
import { split } from '../../../../functions/channels/x/split.ts';
import { Reject } from '../../../../functions/errors.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';

const company = '1800000000000000001';
const customer = '1800000000000000002';
const catalogue = '2100000000000000000';

const keys: Record<string, [person: string, identity: string]> = {
  'aaa-tweet-create-mention': [customer, 'post:2100000000000000001'],
  'aaa-tweet-create-own': [customer, 'post:2100000000000000007'],
  'aaa-tweet-create-retweet': [catalogue, 'post:2100000000000000004'],
  'aaa-tweet-delete': [company, 'delete:2100000000000000007'],
  'aaa-dm-received': [customer, 'dm:2100000000000001001'],
  'aaa-dm-sent': [customer, 'dm:2100000000000001003'],
  'aaa-dm-typing': [customer, `typing:${customer}:${company}:1795169700123`],
  'aaa-dm-read': [customer, `read:${customer}:${company}:1795169700123`],
  'aaa-favorite': [catalogue, 'like:a7ba59eab0bfcba386f7acedac270001'],
  'aaa-follow': [customer, `follow:${customer}:${company}:1795169700123`],
  'aaa-unfollow': [customer, `unfollow:${customer}:${company}:1795169700123`],
  'aaa-block': [customer, `block:${company}:${customer}:1795169700123`],
  'xaa-post-mention-create': [customer, 'post:2100000000000000001'],
  'xaa-post-create-own': [customer, 'post:2100000000000000007'],
  'xaa-post-repost-create': [catalogue, 'post:2100000000000000004'],
  'xaa-post-delete': [company, 'delete:2100000000000000007'],
  'xaa-dm-received': [customer, 'dm:2100000000000001001'],
  'xaa-dm-sent': [customer, 'dm:2100000000000001003'],
  'xaa-dm-read': [customer, `read:${customer}:${company}:1795169700123`],
  'xaa-like-create-inbound': [catalogue, 'like:87719f50ee17bdfa06a3089098a20001'],
  'xaa-follow-follow': [customer, 'follow.follow:4100000000000000001'],
  'xaa-chat-received-encrypted': [customer, 'chat:e4f4d3fc-8bbf-4928-92eb-e5058d6b0001'],
  'xaa-oauth-revoke': [company, 'oauth.revoke:5934540941047410001'],
};

it.each(Object.entries(keys))('addresses %s', (name, [person, identity]) => {
  expect(split(recordedJson('x', name))).toMatchObject([
    { accountId: company, threadKey: `x:${company}:${person}`, dedupKey: `x:${company}:${identity}` },
  ]);
});

it('groups what a filtered stream found by its author', () => {
  expect(split(recordedJson('x', 'filtered-stream-webhook'))).toMatchObject([
    {
      accountId: 'filtered-stream',
      threadKey: `x:filtered-stream:${customer}`,
      dedupKey: 'x:filtered-stream:post:2100000000000000010',
    },
  ]);
});

it('keeps the event of every envelope as X wrote it', () => {
  for (const name of [
    'aaa-tweet-create-own',
    'aaa-user-revoke',
    'xaa-post-mention-create',
    'xaa-follow-follow',
    'filtered-stream-webhook',
  ]) {
    const body = recordedJson('x', name);
    expect(split(body)[0]?.body).toEqual(body);
  }
});

it('cuts a fragment into itself', () => {
  for (const name of Object.keys(keys)) {
    const [fragment] = split(recordedJson('x', name));
    expect(split(fragment?.body)).toEqual([fragment]);
  }
});

const directMessage = (id: string, sender_id: string) => ({
  type: 'message_create',
  id,
  created_timestamp: '1795169700123',
  message_create: { target: { recipient_id: company }, sender_id, message_data: { text: `message ${id}` } },
});
const batch = {
  direct_message_events: [directMessage('11', '2'), directMessage('12', '3')],
  users: { 2: { id: '2', name: 'Two' }, 3: { id: '3', name: 'Three' }, [company]: { id: company } },
};

it.each([
  ['of the Account Activity API', { for_user_id: company, ...batch }],
  [
    'of the X Activity API',
    { data: { filter: { user_id: company }, event_type: 'dm.received', payload: batch } },
  ],
])('cuts every event out of a batch %s, each with its own person', (_name, body) => {
  const cut = split(body);
  expect(cut.map(({ threadKey }) => threadKey)).toEqual([`x:${company}:2`, `x:${company}:3`]);
  expect(cut.map((fragment) => parse(fragment.body))).toMatchObject([
    { nativeId: '11', text: 'message 11', person: { nativeId: '2', name: 'Two' } },
    { nativeId: '12', text: 'message 12', person: { nativeId: '3', name: 'Three' } },
  ]);
  expect(JSON.stringify(cut[0]?.body)).not.toContain('Three');
});

it('cuts events of several kinds out of one envelope', () => {
  const body = {
    for_user_id: company,
    user_has_blocked: 'false',
    direct_message_events: [directMessage('11', '2')],
    tweet_delete_events: [{ status: { id: '13', user_id: company } }],
    spaces_events: [{ id: '14' }],
  };
  expect(split(body).map((fragment) => parse(fragment.body).kind)).toEqual(['message', 'removal', 'unknown']);
});

it('lets an event through that it cannot address, told apart by what it says', () => {
  const cut = split({ for_user_id: company, tweet_create_events: [{ id: 1 }, { id: 2 }] });
  expect(cut.map(({ threadKey }) => threadKey)).toEqual([
    `x:${company}:${company}`,
    `x:${company}:${company}`,
  ]);
  expect(new Set(cut.map(({ dedupKey }) => dedupKey)).size).toBe(2);
});

it.each([
  ['the string that the documentation shows', 'false'],
  ['a boolean', true],
])('reads a mention whose user_has_blocked is %s', (_name, user_has_blocked) => {
  const body = recordedJson('x', 'aaa-tweet-create-mention');
  const cut = split(Object.assign({}, body, { user_has_blocked }));
  expect(cut.map((fragment) => parse(fragment.body).kind)).toEqual(['message']);
});

it('says to the caller what was wrong and what to do', () => {
  expect(() => split({ object: 'page' })).toThrow(Reject);
  expect(() => split({ object: 'page' })).toThrow(/nothing was stored\. Check/);
});
