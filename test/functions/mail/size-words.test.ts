import { expect, it } from 'vitest';
import { sizeWords } from '../../../functions/mail/size-words.ts';

it.each([
  [0, '1 KB'],
  [80 * 1024, '80 KB'],
  [1.25 * 1024 * 1024, '1.3 MB'],
  [12.4 * 1024 * 1024, '12 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
