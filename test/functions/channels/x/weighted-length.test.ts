import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { measure, weightedLength } from '../../../../functions/channels/x/weighted-length.ts';

/** The table of the fact sheet, and what it is silent about. */
const weights: [text: string, weight: number][] = [
  ['', 0],
  ['   \n', 4],
  ['Hello, world! 👋', 16],
  ['日'.repeat(140), 280],
  ['日'.repeat(141), 282],
  ['See https://example.com/a/very/long/path?x=1 ok', 30],
  ['👨‍👩‍👧‍👦', 2],
  ['👋🏽', 2],
  ['caf\u00e9', 4],
  ['cafe\u0301', 4],
  ['£€¥', 4],
  ['“quoted” – dash…', 17],
  ['example.com', 23],
  ['https://a.co http://bücher.example/x', 47],
  [`https://a.co/${'x'.repeat(3000)}`, 23],
];

it.each(weights)('weighs "%.30s" rightly', (text, weight) => {
  expect(weightedLength(text)).toBe(weight);
});

it('weighs word by word what the library weighs at once', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'https://a.co/x',
      'example.com',
      'a@b.co',
      '👨‍👩‍👧‍👦',
      '日本',
      '(https://a.co)',
      '#tag',
      '@handle',
      '1️⃣',
    ),
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '\n', '\u3000', '\t ', '')))
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, (written) => {
      expect(weightedLength(written)).toBe(twitterText.parseTweet(written).weightedLength);
    }),
  );
});

describe('measure', () => {
  it.each([
    ['public', { length: 2, limit: 280 }],
    ['private', { length: 1, limit: 10_000 }],
  ] as const)('counts a %s text in its own way', (visibility, measured) => {
    expect(measure('日', visibility)).toEqual(measured);
  });

  it.each([
    ['a hundred kilobytes of one word with dots', 'a.'.repeat(50_000)],
    ['a word with dots that is longer than any link', 'a.'.repeat(5_000)],
    ['a hundred kilobytes of words', 'word '.repeat(20_000)],
  ])('finds %s too long without looking for links in it', (_name, text) => {
    const { length, limit } = measure(text, 'public');
    expect(length).toBeGreaterThan(limit);
  });
});
