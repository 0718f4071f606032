import { expect, it } from 'vitest';
import { parseAccountActivity } from '../../../../functions/channels/x/parse-aaa.ts';
import { Drop } from '../../../../functions/errors.ts';

const parse = (key: string, event: unknown) =>
  parseAccountActivity({
    generation: 'account-activity',
    accountId: '1',
    forUserId: '1',
    events: [{ key, event }],
    users: undefined,
  });

const pair = (type: string, source: string) => ({
  type,
  created_timestamp: '1795169700123',
  source: { id_str: source },
  target: { id_str: source === '1' ? '2' : '1' },
});
const favorite = (user: string, more: object = {}) => ({
  id: 'a7',
  created_at: 'Fri Nov 20 10:15:00 +0000 2026',
  timestamp_ms: 1795169700123,
  favorited_status: { id_str: '50' },
  user: { id_str: user },
  ...more,
});
const at = '2026-11-20T10:15:00.123Z';

const events = [
  {
    title: 'a like of ours',
    key: 'favorite_events',
    given: favorite('1'),
    event: { kind: 'ignored', reason: 'x: own like', at },
  },
  {
    title: 'a like of a customer',
    key: 'favorite_events',
    given: favorite('2'),
    event: { kind: 'engagement', targetId: '50', personId: '2', at },
  },
  {
    title: 'a like without milliseconds',
    key: 'favorite_events',
    given: favorite('2', { timestamp_ms: null }),
    event: { kind: 'engagement', at: '2026-11-20T10:15:00.000Z' },
  },
  {
    title: 'a follow of ours',
    key: 'follow_events',
    given: pair('follow', '1'),
    event: { kind: 'ignored', reason: 'x: own follow', at },
  },
  {
    title: 'a follow under its other key',
    key: 'unfollow_events',
    given: pair('unfollow', '2'),
    event: { kind: 'follow', following: false, at },
  },
  {
    title: 'an unblock',
    key: 'block_events',
    given: pair('unblock', '1'),
    event: { kind: 'ignored', reason: 'x: block', at },
  },
  {
    title: 'an unmute under its own key',
    key: 'unmute_events',
    given: pair('unmute', '1'),
    event: { kind: 'ignored', reason: 'x: mute', at },
  },
  {
    title: 'a deletion without its instant',
    key: 'tweet_delete_events',
    given: { status: { id: '50', user_id: '1' } },
    event: { kind: 'removal', nativeId: '50', at: '1970-01-01T00:00:00.000Z' },
  },
  {
    title: 'a key that is new',
    key: 'spaces_events',
    given: {},
    event: { kind: 'unknown', reason: 'x: other event type' },
  },
];

it.each(events)('understands $title', ({ key, given, event }) => {
  expect(parse(key, given)).toMatchObject({ channel: 'x', accountId: '1', ...event });
});

it('calls an envelope without an event unknown', () => {
  const envelope = {
    generation: 'account-activity',
    accountId: '1',
    forUserId: '1',
    events: [],
    users: {},
  } as const;
  expect(parseAccountActivity({ ...envelope, events: [] }).kind).toBe('unknown');
});

it.each([
  ['a like of nothing', 'favorite_events', { user: { id_str: '2' } }],
  ['a like by nobody', 'favorite_events', { favorited_status: { id_str: '50' } }],
  ['a deletion of nothing', 'tweet_delete_events', { status: {} }],
])('drops %s', (_name, key, given) => {
  expect(() => parse(key, given)).toThrow(Drop);
});
