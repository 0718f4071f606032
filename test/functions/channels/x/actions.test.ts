import { expect, it } from 'vitest';
import type { Action } from '../../../../functions/channels/sending.ts';
import { act, withholds } from '../../../../functions/channels/x/actions.ts';
import { answered, scripted } from './scripted-api.ts';

const rows: [action: Action, visibility: 'public' | 'private', ours: boolean, code: string | undefined][] = [
  ['hide', 'public', false, undefined],
  ['hide', 'public', true, 'x:no-hiding'],
  ['hide', 'private', false, 'x:no-hiding'],
  ['unhide', 'public', false, undefined],
  ['unhide', 'private', false, 'x:no-hiding'],
  ['like', 'public', false, 'x:no-likes'],
  ['like', 'private', false, 'x:no-likes'],
  ['edit', 'public', true, 'x:no-edits'],
  ['delete', 'public', true, undefined],
  ['delete', 'public', false, 'x:not-ours'],
  ['delete', 'private', true, 'x:private-stays'],
  ['delete', 'private', false, 'x:private-stays'],
];

it.each(rows)(
  'offers to %s a %s message (ours: %s) or says why not: %s',
  (action, visibility, ours, code) => {
    expect(withholds({ action, visibility, ours })?.code).toBe(code);
  },
);

it('asks X nothing when the action is not offered', async () => {
  const { api, calls } = scripted();
  const outcome = await act({ action: 'like', nativeId: '7', visibility: 'public', ours: false }, api);
  expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'x:no-likes' } });
  expect(calls).toEqual([]);
});

const theirs = { nativeId: '7', visibility: 'public', ours: false } as const;
const own = { ...theirs, ours: true, action: 'delete' } as const;

it.each([
  ['hide', true],
  ['unhide', false],
] as const)('asks X to %s an answer', async (action, hidden) => {
  const { api, calls } = scripted(answered(200, { data: { hidden } }));
  expect(await act({ ...theirs, action }, api)).toEqual({ outcome: 'done' });
  expect(calls).toEqual([{ method: 'PUT', path: '/2/tweets/7/hidden', json: { hidden } }]);
});

it('does not take it for hidden when X says the opposite', async () => {
  const { api } = scripted(answered(200, { data: { hidden: false } }));
  expect((await act({ ...theirs, action: 'hide' }, api)).outcome).toBe('retry');
});

it.each([
  ['when X says so', answered(200, { data: { deleted: true } })],
  ['when it is gone already', answered(404, { title: 'Not Found Error' })],
])('takes a post for deleted %s', async (_name, reply) => {
  const { api, calls } = scripted(reply);
  expect(await act(own, api)).toEqual({ outcome: 'done' });
  expect(calls).toEqual([{ method: 'DELETE', path: '/2/tweets/7' }]);
});

it('tries again when it does not know whether X deleted a post', async () => {
  const { api } = scripted({ answered: false, written: true });
  expect((await act(own, api)).outcome).toBe('retry');
});
