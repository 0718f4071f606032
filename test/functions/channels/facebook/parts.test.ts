import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParts } from '../../../../functions/channels/facebook/parts.ts';
import { measure } from '../../../../functions/channels/facebook/text-length.ts';

const NUMBER = /^\((\d+)\/(\d+)\) /;
const withoutNumber = (part: string) => part.replace(NUMBER, '');
const withoutSpace = (text: string) => text.replace(/\s+/g, '');
const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-zäöé]{1,40}[,.!?]?$/) },
  { weight: 1, arbitrary: fc.constantFrom('👋🏽', '🇩🇪', 'e\u0301', 'ขอบคุณมาก') },
  { weight: 1, arbitrary: fc.stringMatching(/^https:\/\/example\.com\/[a-z0-9/]{1,400}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a'.repeat(2300), '日'.repeat(1500), '👨‍👩‍👧‍👦'.repeat(400), 'é'.repeat(1990)),
  },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n\n', ' ')), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.flat().join(''));

describe('any text in parts', () => {
  const property = (holds: (written: string, parts: string[]) => void) =>
    fc.assert(
      fc.property(text, (written) => {
        const parts = inParts(written, 'private');
        fc.pre(parts.length > 1);
        holds(written, parts);
      }),
      { numRuns: 30 },
    );

  it('fits part by part', () =>
    property((_, parts) => {
      for (const part of parts) expect(measure(part, 'private').length).toBeLessThanOrEqual(2000);
    }));

  it('is numbered from the first to the last', () =>
    property((_, parts) => {
      const numbers = parts.map((part) => NUMBER.exec(part)?.slice(1).map(Number));
      expect(numbers).toEqual(parts.map((_part, index) => [index + 1, parts.length]));
    }));

  it('loses nothing but space', () =>
    property((written, parts) => {
      expect(withoutSpace(parts.map(withoutNumber).join(''))).toBe(withoutSpace(written));
    }));

  it('is never cut inside a character', () =>
    property((written, parts) => {
      const whole = new Set(graphemes(written));
      for (const part of parts)
        for (const one of graphemes(withoutNumber(part))) expect(whole.has(one)).toBe(true);
    }));

  it('is never cut inside a link', () =>
    property((written, parts) => {
      const links = (of: string) => of.match(/https:\S+/g) ?? [];
      expect(parts.flatMap((part) => links(part))).toEqual(links(written));
    }));
});

describe('a text in parts', () => {
  it.each([
    ['one that fits to the last character', 'x'.repeat(2000)],
    ['one of emoji that fits', '👋'.repeat(2000)],
    ['an empty one', ''],
    ['nothing but space', ' '.repeat(3000)],
  ])('stays as it is: %s', (_name, written) => {
    expect(inParts(written, 'private')).toEqual([written]);
  });

  it('takes the room of a comment in public', () => {
    expect(inParts('x'.repeat(8000), 'public')).toHaveLength(1);
    expect(inParts('x'.repeat(8001), 'public')).toHaveLength(2);
  });

  it('breaks between words and puts the number in front', () => {
    const [first, second] = inParts(`${'word '.repeat(399)}last words`, 'private');
    expect(first).toBe(`(1/2) ${'word '.repeat(399)}`.trimEnd());
    expect(second).toBe('(2/2) last words');
  });

  it('keeps the line breaks inside a part', () => {
    const [first] = inParts(`Dear Ines,\n\nthank you. ${'x '.repeat(1500)}`, 'private');
    expect(first?.startsWith('(1/2) Dear Ines,\n\nthank you. x')).toBe(true);
  });

  it('makes room for numbers of two digits', () => {
    const parts = inParts('x'.repeat(1994 * 9 + 1), 'private');
    expect(parts).toHaveLength(10);
    expect(parts[9]?.startsWith('(10/10) ')).toBe(true);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(2000);
  });

  it('lets a link end where a language without spaces goes on', () => {
    const link = `https://example.com/${'a'.repeat(900)}`;
    const parts = inParts(`${'日'.repeat(1500)}${link}${'本'.repeat(1500)}`, 'private');
    expect(parts.filter((part) => part.includes(link))).toHaveLength(1);
    expect(parts.every((part) => part.length <= 2000)).toBe(true);
  });

  it('leaves a link whole that no part can hold, to be refused', () => {
    const link = `https://example.com/${'a'.repeat(2500)}`;
    const parts = inParts(`See ${link} for more`, 'private');
    expect(parts.map(withoutNumber)).toEqual(['See', link, 'for more']);
  });
});
