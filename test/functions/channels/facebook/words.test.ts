import { expect, it } from 'vitest';
import { comparable } from '../../../../functions/channels/facebook/words.ts';

it.each([
  ['space around it', ' Hello ', 'Hello', true],
  ['space inside', 'Dear Ines,\n\nhello', 'Dear Ines, hello', true],
  ['an accent apart', 'Gru\u0308ße', 'Grüße', true],
  ['capitals', 'hello', 'Hello', false],
  ['another mark', 'Hello!', 'Hello.', false],
])('compares two texts that differ by %s', (_name, one, other, same) => {
  expect(comparable(one) === comparable(other)).toBe(same);
});
