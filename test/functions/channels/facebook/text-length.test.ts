import { expect, it } from 'vitest';
import { measure } from '../../../../functions/channels/facebook/text-length.ts';

it.each([
  ['plain letters', 'Hello', 5],
  ['an emoji beyond the basic plane', '👋', 1],
  ['a family joined of four', '👨‍👩‍👧‍👦', 7],
  ['a letter and its accent', 'e\u0301', 2],
  ['a composed letter', 'é', 1],
  ['a line break', 'a\nb', 3],
  ['a link, letter by letter', 'https://example.com', 19],
  ['nothing', '', 0],
])('counts code points: %s', (_name, text, length) => {
  expect(measure(text, 'private').length).toBe(length);
});

it('knows the limits of comments and of Messenger', () => {
  expect(measure('', 'public').limit).toBe(8000);
  expect(measure('', 'private').limit).toBe(2000);
});
