import { expect, it } from 'vitest';
import { withholds } from '../../../../functions/channels/facebook/withholds.ts';

const PRIVATE = 'facebook:private-stays';

it.each([
  ['hide', 'public', false, undefined],
  ['unhide', 'public', false, undefined],
  ['like', 'public', false, undefined],
  ['delete', 'public', false, undefined],
  ['edit', 'public', false, 'facebook:theirs-not-edited'],
  ['hide', 'public', true, 'facebook:ours-not-hidden'],
  ['unhide', 'public', true, 'facebook:ours-not-hidden'],
  ['like', 'public', true, undefined],
  ['delete', 'public', true, undefined],
  ['edit', 'public', true, undefined],
  ['hide', 'private', false, PRIVATE],
  ['unhide', 'private', false, PRIVATE],
  ['like', 'private', false, PRIVATE],
  ['delete', 'private', false, PRIVATE],
  ['edit', 'private', false, PRIVATE],
  ['hide', 'private', true, PRIVATE],
  ['unhide', 'private', true, PRIVATE],
  ['like', 'private', true, PRIVATE],
  ['delete', 'private', true, PRIVATE],
  ['edit', 'private', true, PRIVATE],
] as const)('offers to %s a %s message (ours: %s), or says why not', (action, visibility, ours, code) => {
  expect(withholds({ action, visibility, ours })?.code).toBe(code);
});
