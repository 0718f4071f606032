import { expect, it } from 'vitest';
import { parse } from '../../../../functions/channels/x/parse.ts';
import { split } from '../../../../functions/channels/x/split.ts';
import { Drop } from '../../../../functions/errors.ts';
import { recorded, recordedJson } from '../../../fixtures/recorded.ts';

const company = '1800000000000000001';
const customer = '1800000000000000002';
const ines = { nativeId: customer, name: 'Ines Okoro', handle: 'ines_okoro_ex', followers: 51200 };
const catalogue = '2100000000000000000';
/** Posts go by the second of `created_at` in every delivery; all else by its own milliseconds where X tells them. */
const second = '2026-11-20T10:15:00.000Z';
const millisecond = '2026-11-20T10:15:00.123Z';
const never = '1970-01-01T00:00:00.000Z';

const mention = {
  kind: 'message',
  direction: 'inbound',
  visibility: 'public',
  at: second,
  nativeId: '2100000000000000001',
  text: '@larkspursupply my parcel LS-20431 is late',
  addressesUs: true,
};
/** X does not say which account of ours a rule of the stream is for. */
const { addressesUs: _, ...streamed } = mention;
const reply = {
  ...mention,
  nativeId: '2100000000000000002',
  text: '@larkspursupply still waiting',
  inReplyTo: catalogue,
};
const quote = {
  ...mention,
  nativeId: '2100000000000000003',
  text: 'Never ordering here again https://t.co/abc',
  messageKind: 'quote',
};
const share = {
  kind: 'engagement',
  sort: 'share',
  targetId: catalogue,
  personId: customer,
  added: true,
  at: second,
};
const like = { ...share, sort: 'like', at: millisecond };
const ownReply = {
  kind: 'message',
  direction: 'outbound',
  visibility: 'public',
  at: second,
  nativeId: '2100000000000000007',
  text: '@ines_okoro_ex Sorry! DM us your order number.',
  inReplyTo: '2100000000000000002',
  permalink: 'https://x.com/larkspursupply/status/2100000000000000007',
};
const deletion = { kind: 'removal', removal: 'deleted', nativeId: '2100000000000000007' };
const dm = {
  kind: 'message',
  direction: 'inbound',
  visibility: 'private',
  at: millisecond,
  nativeId: '2100000000000001001',
  text: 'Order LS-20431, thanks',
  person: ines,
};
const ownDm = { ...dm, direction: 'outbound', nativeId: '2100000000000001003', text: 'On it!' };
const reading = { kind: 'receipt', receipt: 'read', personId: customer, at: millisecond };
const follow = { kind: 'follow', person: ines, following: true };
const revoked = { kind: 'account', notice: 'revoked', accountId: company, at: second };
const inesLink = (id: string) => `https://x.com/ines_okoro_ex/status/${id}`;
const bareLink = (id: string) => `https://x.com/i/status/${id}`;

const expected: Record<string, object> = {
  'aaa-tweet-create-mention': { ...mention, person: ines, permalink: inesLink('2100000000000000001') },
  'aaa-tweet-create-reply': { ...reply, person: ines, permalink: inesLink('2100000000000000002') },
  'aaa-tweet-create-quote': {
    ...quote,
    person: ines,
    post: {
      nativeId: catalogue,
      text: 'Autumn catalogue is live',
      permalink: `https://x.com/larkspursupply/status/${catalogue}`,
    },
  },
  'aaa-tweet-create-retweet': share,
  'aaa-tweet-create-extended': {
    ...mention,
    nativeId: '2100000000000000005',
    text: expect.stringMatching(/please help\.$/),
  },
  'aaa-tweet-create-photos': {
    ...mention,
    nativeId: '2100000000000000006',
    text: '@larkspursupply broken lid https://t.co/media1',
    attachments: [
      { type: 'image', url: 'https://pbs.twimg.com/media/exampleA.jpg' },
      { type: 'image', url: 'https://pbs.twimg.com/media/exampleB.jpg' },
    ],
  },
  'aaa-tweet-create-own': { ...ownReply, person: { nativeId: customer, handle: 'ines_okoro_ex' } },
  'aaa-tweet-delete': { ...deletion, at: millisecond },
  'aaa-dm-received': dm,
  'aaa-dm-received-photo': {
    ...dm,
    nativeId: '2100000000000001002',
    text: 'here https://t.co/dm1',
    attachments: [{ type: 'image', url: expect.stringMatching(/^https:\/\/ton\.x\.com\/.*a\.jpg$/) }],
  },
  'aaa-dm-sent': ownDm,
  'aaa-dm-typing': { kind: 'ignored', reason: 'x: typing' },
  'aaa-dm-read': reading,
  'aaa-favorite': like,
  'aaa-follow': { ...follow, at: millisecond },
  'aaa-unfollow': { ...follow, following: false, at: millisecond },
  'aaa-block': { kind: 'ignored', reason: 'x: block' },
  'aaa-mute': { kind: 'ignored', reason: 'x: mute' },
  'aaa-user-revoke': revoked,
  'aaa-replay-complete': { kind: 'ignored', reason: 'x: replay job status', accountId: 'none' },
  'xaa-post-mention-create': { ...mention, person: ines, permalink: inesLink('2100000000000000001') },
  'xaa-post-reply-create': {
    ...reply,
    person: { nativeId: customer },
    permalink: bareLink('2100000000000000002'),
  },
  'xaa-post-quote-create': {
    ...quote,
    person: { nativeId: customer },
    post: { nativeId: catalogue, permalink: bareLink(catalogue) },
  },
  'xaa-post-repost-create': share,
  'xaa-post-create-own': { ...ownReply, person: { nativeId: customer } },
  'xaa-post-delete': { ...deletion, at: '2026-09-15T23:13:10.000Z' },
  'xaa-dm-received': dm,
  'xaa-dm-sent': ownDm,
  'xaa-dm-read': reading,
  'xaa-like-create-inbound': like,
  'xaa-follow-follow': { ...follow, at: never },
  'xaa-chat-received-encrypted': {
    ...dm,
    nativeId: 'e4f4d3fc-8bbf-4928-92eb-e5058d6b0001',
    person: { nativeId: customer },
    messageKind: 'encrypted',
    text: '',
  },
  'xaa-oauth-revoke': revoked,
  'filtered-stream-webhook': {
    ...streamed,
    accountId: 'filtered-stream',
    nativeId: '2100000000000000010',
    text: 'Larkspur lanterns are overpriced',
    person: { nativeId: customer, handle: 'ines_okoro_ex' },
  },
};

it.each(recorded('x', 'webhook').map(({ event }) => event))('understands %s', (name) => {
  const events = split(recordedJson('x', name)).map(({ body }) => parse(body));
  expect(expected).toHaveProperty(name);
  expect(events).toMatchObject([{ channel: 'x', accountId: company, ...expected[name] }]);
});

const twins = [
  ['aaa-tweet-create-mention', 'xaa-post-mention-create'],
  ['aaa-tweet-create-reply', 'xaa-post-reply-create'],
  ['aaa-tweet-create-quote', 'xaa-post-quote-create'],
  ['aaa-tweet-create-own', 'xaa-post-create-own'],
  ['aaa-dm-received', 'xaa-dm-received'],
  ['aaa-dm-sent', 'xaa-dm-sent'],
] as const;

it.each(twins)('recognizes %s and %s as one and the same', (older, newer) => {
  const [one, other] = [older, newer].map((name) => {
    const [fragment] = split(recordedJson('x', name));
    const event = parse(fragment?.body);
    if (event.kind !== 'message') throw new Error(`${name} is no message`);
    const { nativeId, at, direction, text, person } = event;
    const { threadKey, dedupKey } = fragment ?? {};
    return { nativeId, at, direction, text, person: person?.nativeId, threadKey, dedupKey };
  });
  expect(one).toEqual(other);
});

it('recognizes a post that is a mention and a reply at once by its id, second and queue keys', () => {
  const payload = {
    id: '2100000000000000002',
    text: '@larkspursupply hm',
    author_id: customer,
    created_at: second,
  };
  const filter = { user_id: company };
  const cut = ['post.mention.create', 'post.reply.create'].flatMap((event_type, index) =>
    split({ data: { event_uuid: String(index), filter, event_type, payload, includes: {} } }),
  );
  const [one, other] = cut.map(({ body, threadKey, dedupKey }) => ({
    threadKey,
    dedupKey,
    event: parse(body),
  }));
  expect(one).toEqual(other);
});

it.each([
  ['nothing', undefined],
  ['a word', 'post'],
  ['an object of another platform', { object: 'page', entry: [] }],
  ['a post without an author', { for_user_id: company, tweet_create_events: [{ id_str: '1', text: 'hi' }] }],
  ['a direct message without a sender', { for_user_id: company, direct_message_events: [{ id: '1' }] }],
  ['a post without a text', { data: { event_type: 'post.create', payload: { id: '1', author_id: '2' } } }],
  ['a type whose payload is a word', { data: { event_type: 'dm.received', payload: 'hello' } }],
])('drops %s', (_name, body) => {
  expect(() => parse(body)).toThrow(Drop);
});
