import { expect, it } from 'vitest';
import { parseActivity } from '../../../../functions/channels/x/parse-xaa.ts';
import { Drop } from '../../../../functions/errors.ts';

const parse = (eventType: string, payload: unknown, more: { direction?: string; includes?: unknown } = {}) =>
  parseActivity({
    generation: 'activity',
    accountId: '1',
    eventType,
    eventId: '-17',
    direction: more.direction,
    payload,
    includes: more.includes,
    data: {},
  });

const at = '2026-11-20T10:15:00.123Z';
const like = { id: 'a7', liked_tweet_id: '50', liked_tweet_author_id: '1', timestamp_ms: '1795169700123' };
const ines = { id: '2', username: 'ines_okoro_ex' };

const likes = [
  {
    title: 'by the user beside it who is not us',
    payload: like,
    more: { direction: 'inbound', includes: { users: [{ id: '1' }, { data: ines }] } },
    event: { kind: 'engagement', sort: 'like', targetId: '50', personId: '2', added: true, at },
  },
  {
    title: 'of ours, by its direction',
    payload: like,
    more: { direction: 'outbound', includes: { users: [ines] } },
    event: { kind: 'ignored', reason: 'x: own like', at },
  },
  {
    title: 'of ours, by the author of what is liked',
    payload: { ...like, liked_tweet_author_id: '3' },
    more: { includes: { users: [{ id: '3' }] } },
    event: { kind: 'ignored', reason: 'x: own like', at },
  },
  {
    title: 'by somebody whom nothing names',
    payload: like,
    more: { direction: 'inbound', includes: {} },
    event: { kind: 'ignored', reason: 'x: like without a person', at },
  },
];

it.each(likes)('understands a like $title', ({ payload, more, event }) => {
  expect(parse('like.create', payload, more)).toMatchObject(event);
});

const pair = { source: { data: ines }, target: { data: { id: '1' } } };
const read = { created_timestamp: '1795169700123', sender_id: '2', target: { recipient_id: '1' } };
const events = [
  { type: 'follow.unfollow', payload: pair, event: { kind: 'follow', following: false } },
  { type: 'mute.mute', payload: pair, event: { kind: 'ignored', reason: 'x: mute' } },
  { type: 'block.unblock', payload: pair, event: { kind: 'ignored', reason: 'x: block' } },
  {
    type: 'dm.indicate_typing',
    payload: { direct_message_indicate_typing_events: [read] },
    event: { kind: 'ignored', reason: 'x: typing', at },
  },
  {
    type: 'chat.sent',
    payload: { id: 'c-1', sender_id: '1', conversation_id: '2:1' },
    event: { kind: 'message', direction: 'outbound', messageKind: 'encrypted' },
  },
  {
    type: 'profile.update.bio',
    payload: {},
    event: { kind: 'unknown', reason: 'x: event_type profile.update.bio' },
  },
  { type: 'spaces.start', payload: {}, event: { kind: 'unknown', reason: 'x: event_type spaces.start' } },
  {
    type: 'profile.update.@everybody',
    payload: {},
    event: { kind: 'unknown', reason: 'x: other event type' },
  },
  { type: 'hasOwnProperty', payload: {}, event: { kind: 'unknown', reason: 'x: other event type' } },
  { type: 'oauth.revoke', payload: 'gone', event: { kind: 'account', notice: 'revoked' } },
];

it.each(events)('understands $type', ({ type, payload, event }) => {
  expect(parse(type, payload)).toMatchObject({ channel: 'x', accountId: '1', ...event });
});

it('dates a deletion, of which X tells no instant, no earlier than its post', () => {
  const event = parse('post.delete', { id: '1924465506158878979', author_id: '1' });
  expect(event).toMatchObject({ kind: 'removal', removal: 'deleted', at: '2025-05-19T14:01:46.000Z' });
});

const quoting = { id: '3', text: 'hm', author_id: '2', referenced_tweets: [{ type: 'quoted', id: '50' }] };
const theirs = { tweets: [{ id: '50', author_id: '4' }] };
it.each([
  ['a quote that X tells us of as one of ours', 'post.quote.create', quoting, {}, true],
  ['a quote of somebody else', 'post.mention.create', quoting, theirs, false],
  ['a quote that X tells us of for another reason', 'post.reply.create', quoting, {}, undefined],
  ['a quote without what it quotes', 'post.quote.create', { ...quoting, referenced_tweets: [] }, {}, false],
])('knows whether we are addressed by %s', (_name, type, payload, includes, addressesUs) => {
  const event = parse(type, payload, { includes });
  expect(event.kind === 'message' && event.addressesUs).toBe(addressesUs);
});

it.each([
  ['post.create', { text: 'no id' }],
  ['post.delete', {}],
  ['like.create', { id: 'a7' }],
  ['follow.follow', {}],
  ['dm.received', { users: {} }],
  ['dm.read', 'read'],
  ['chat.received', {}],
])('drops %s with a payload that it cannot read', (type, payload) => {
  expect(() => parse(type, payload)).toThrow(Drop);
});
