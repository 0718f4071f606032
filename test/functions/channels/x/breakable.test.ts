import { expect, it } from 'vitest';
import { atomsOf } from '../../../../functions/channels/x/breakable.ts';

const upTo = (length: number) => (piece: string) => piece.length <= length;
const pieces = (text: string, length: number) => atomsOf(text, upTo(length)).map((atom) => atom.text);

it('parts a text at its space and keeps the space', () => {
  expect(atomsOf(' one  two\n\nthree', upTo(10))).toEqual([
    { gap: ' ', text: 'one' },
    { gap: '  ', text: 'two' },
    { gap: '\n\n', text: 'three' },
  ]);
});

it('parts a word that does not fit at its characters', () => {
  expect(pieces('ab👨‍👩‍👧‍👦e\u0301', 1)).toEqual(['a', 'b', ...'👨‍👩‍👧‍👦', ...'e\u0301']);
  expect(pieces('xxxx', 3)).toEqual(['x', 'x', 'x', 'x']);
});

it('parts a sentence without space at its words', () => {
  expect(pieces('東京都へ行く', 3)).toEqual(expect.arrayContaining(['行く']));
  expect(pieces('東京都へ行く', 3).join('')).toBe('東京都へ行く');
});

it('never parts a link', () => {
  expect(pieces('日本https://example.com/a/b/c日本', 4)).toEqual([
    '日本',
    'https://example.com/a/b/c',
    '日本',
  ]);
});

it.each(['', ' \n '])('has no pieces of "%s"', (text) => {
  expect(atomsOf(text, upTo(10))).toEqual([]);
});
