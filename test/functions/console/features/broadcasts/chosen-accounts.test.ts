import { describe, expect, it } from 'vitest';
import { withAccount } from '../../../../../functions/console/features/broadcasts/chosen-accounts.ts';

const connected = ['1', '2', '3'];

describe('the accounts of a channel that post', () => {
  it.each([
    {
      name: 'all but one that is taken out',
      before: {},
      account: { id: '2', posts: false },
      after: { x: ['1', '3'] },
    },
    {
      name: 'all again once it is put back',
      before: { x: ['1', '3'] },
      account: { id: '2', posts: true },
      after: {},
    },
    { name: 'none', before: { x: ['1'] }, account: { id: '1', posts: false }, after: { x: [] } },
    {
      name: 'without one that has no token any more',
      before: { x: ['1', '2', '3', 'gone'] },
      account: { id: 'gone', posts: false },
      after: {},
    },
    {
      name: 'whatever those of another channel are',
      before: { facebook: ['9'] },
      account: { id: '1', posts: false },
      after: { facebook: ['9'], x: ['2', '3'] },
    },
  ])('are $name', ({ before, account, after }) => {
    expect(withAccount(before, 'x', connected, account)).toEqual(after);
  });
});
