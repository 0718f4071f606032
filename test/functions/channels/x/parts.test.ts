import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { inParts } from '../../../../functions/channels/x/parts.ts';
import { measure } from '../../../../functions/channels/x/weighted-length.ts';

const NUMBER = / \((\d+)\/(\d+)\)$/;
const withoutNumber = (part: string) => part.replace(NUMBER, '');
const withoutSpace = (text: string) => text.replace(/\s+/g, '');
const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zäöé]{1,12}[,.!?]?$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '👨‍👩‍👧‍👦',
      '👋🏽',
      '🇩🇪',
      'e\u0301',
      'お問い合わせありがとうございます。',
      'ขอบคุณมาก',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^https:\/\/example\.com\/[a-z0-9/]{1,90}$/) },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(300), '日'.repeat(200), '👨‍👩‍👧‍👦'.repeat(150)) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '\n\n', '')), { minLength: 1, maxLength: 150 })
  .map((pieces) => pieces.flat().join(''));

describe('any text in parts', () => {
  const property = (holds: (written: string, parts: string[]) => void) =>
    fc.assert(
      fc.property(text, (written) => {
        const parts = inParts(written, 'public');
        fc.pre(parts.length > 1);
        holds(written, parts);
      }),
      { numRuns: 30 },
    );

  it('fits', () => {
    property((_, parts) => {
      for (const part of parts) expect(measure(part, 'public').length).toBeLessThanOrEqual(280);
    });
  });

  it('is numbered from the first to the last', () => {
    property((_, parts) => {
      const numbers = parts.map((part) => NUMBER.exec(part)?.slice(1));
      expect(numbers).toEqual(parts.map((_, index) => [String(index + 1), String(parts.length)]));
    });
  });

  it('is the whole text in its order', () => {
    property((written, parts) => {
      expect(withoutSpace(parts.map(withoutNumber).join(''))).toBe(withoutSpace(written));
    });
  });

  it('keeps every character whole', () => {
    property((written, parts) => {
      const rest = graphemes(written)
        .map(withoutSpace)
        .filter((character) => character !== '');
      for (const part of parts.map(withoutNumber).map(withoutSpace)) {
        let taken = '';
        while (taken.length < part.length) taken += rest.shift();
        expect(taken).toBe(part);
      }
    });
  });

  it('keeps every link whole', () => {
    property((written, parts) => {
      const together = parts.flatMap((part) => twitterText.extractUrls(withoutNumber(part)));
      for (const url of twitterText.extractUrls(written)) expect(together).toContain(url);
    });
  });

  it('holds something in every part', () => {
    property((_, parts) => {
      for (const part of parts) expect(withoutNumber(part).trim()).not.toBe('');
    });
  });
});

describe('inParts', () => {
  it.each([
    ['a short text', 'Hello there.', 'public'],
    ['a text that just fits', 'x'.repeat(280), 'public'],
    ['nothing', '', 'public'],
    ['a private text beyond what is public', 'word '.repeat(200), 'private'],
  ] as const)('leaves %s as it is', (_name, written, visibility) => {
    expect(inParts(written, visibility)).toEqual([written]);
  });

  it('parts between words and keeps the lines inside a part', () => {
    const paragraph = `${'word '.repeat(24)}end.`;
    const parts = inParts([paragraph, paragraph, paragraph].join('\n\n'), 'public');
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/end\.\n\nword .* \(1\/2\)$/);
    expect(parts[1]).toMatch(/^word .*end\. \(2\/2\)$/);
  });

  it('parts a text without spaces between its words', () => {
    const parts = inParts('お問い合わせありがとうございます。'.repeat(12), 'public');
    expect(parts.map((part) => part.slice(0, 3))).toEqual(['お問い', expect.any(String)]);
    expect(graphemes(withoutNumber(parts[0] ?? '')).length).toBeGreaterThan(120);
  });

  it('parts a private text by its own limit', () => {
    const parts = inParts('word '.repeat(3000), 'private');
    expect(parts.map((part) => NUMBER.exec(part)?.[0])).toEqual([' (1/2)', ' (2/2)']);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(10_000);
  });

  it('makes room for numbers with more digits', () => {
    const parts = inParts('x'.repeat(280 * 12), 'public');
    expect(parts.at(-1)).toMatch(/ \(13\/13\)$/);
    for (const part of parts) expect(measure(part, 'public').length).toBeLessThanOrEqual(280);
  });
});
