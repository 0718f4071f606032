import { expect, it } from 'vitest';
import { isPostOf } from '../../../../functions/channels/facebook/feed-id.ts';

it.each([
  ['a post of the page', '108_1221', true],
  ['a comment', '1221_889', false],
  ['a comment under a picture whose number begins alike', '1089_889', false],
  ['the page', '108', false],
  ['nothing', '', false],
])('tells posts from comments: %s', (_name, id, isPost) => {
  expect(isPostOf('108', id)).toBe(isPost);
});
