import { expect, it } from 'vitest';
import { eventsOf, readEnvelope } from '../../../../functions/channels/x/envelope.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';

const company = '1800000000000000001';
const accounts = [
  { name: 'aaa-dm-received', generation: 'account-activity', accountId: company },
  { name: 'aaa-user-revoke', generation: 'account-activity', accountId: company },
  { name: 'aaa-replay-complete', generation: 'account-activity', accountId: 'none' },
  { name: 'xaa-post-mention-create', generation: 'activity', accountId: company },
  { name: 'xaa-oauth-revoke', generation: 'activity', accountId: company },
  { name: 'filtered-stream-webhook', generation: 'filtered-stream', accountId: 'filtered-stream' },
];

it.each(accounts)('knows $name as $generation of account $accountId', ({ name, generation, accountId }) => {
  expect(readEnvelope(recordedJson('x', name))).toMatchObject({ generation, accountId });
});

it('keeps what it does not read of an event', () => {
  const data = { event_type: 'news.new', filter: { keyword: 'lantern' }, extra: { deep: [1] } };
  expect(readEnvelope({ data })).toMatchObject({ generation: 'activity', accountId: 'none', data });
});

it.each([
  ['nothing', undefined],
  ['a list', [{ for_user_id: company }]],
  ['an account without an id', { for_user_id: 7, follow_events: [] }],
  ['a post without the rules that found it', { data: { id: '1' } }],
])('knows %s as none of its envelopes', (_name, body) => {
  expect(readEnvelope(body)).toBeUndefined();
});

it('finds every event of lists and objects, and none in what stands beside them', () => {
  const members = {
    for_user_id: company,
    user_has_blocked: false,
    users: { 1: { id: '1' } },
    apps: { 2: { id: '2' } },
    follow_events: [{ n: 1 }, { n: 2 }],
    user_event: { n: 3 },
    replayed: true,
    nothing: null,
  };
  expect(eventsOf(members)).toEqual([
    { key: 'follow_events', event: { n: 1 } },
    { key: 'follow_events', event: { n: 2 } },
    { key: 'user_event', event: { n: 3 } },
  ]);
});

it('takes a key that holds one event for one event, whatever it holds', () => {
  expect(eventsOf({ replay_job_status: [{ n: 1 }, { n: 2 }] })).toEqual([
    { key: 'replay_job_status', event: [{ n: 1 }, { n: 2 }] },
  ]);
});
