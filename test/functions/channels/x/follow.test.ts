import { expect, it } from 'vitest';
import { followEvent } from '../../../../functions/channels/x/follow.ts';
import { Drop } from '../../../../functions/errors.ts';

const at = '2026-11-20T10:15:00.123Z';
const pairs = [
  { title: 'v1.1 users', pair: { source: { id_str: '2', screen_name: 'ines' }, target: { id_str: '1' } } },
  {
    title: 'wrapped v2 users',
    pair: { source: { data: { id: '2', username: 'ines' } }, target: { data: { id: '1' } } },
  },
];

it.each(pairs)('tells who follows and who stops, from $title', ({ pair }) => {
  const person = { nativeId: '2', handle: 'ines' };
  const base = { channel: 'x', accountId: '1', at, kind: 'follow', person };
  expect(followEvent('1', at, pair, true)).toEqual({ ...base, following: true });
  expect(followEvent('1', at, pair, false)).toEqual({ ...base, following: false });
});

it('ignores whom we follow ourselves', () => {
  const pair = { source: { id_str: '1' }, target: { id_str: '2' } };
  expect(followEvent('1', at, pair, true)).toMatchObject({ kind: 'ignored', reason: 'x: own follow' });
});

it('drops a follow without a follower', () => {
  expect(() => followEvent('1', at, { target: { id_str: '1' } }, true)).toThrow(Drop);
});
