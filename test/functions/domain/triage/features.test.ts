import { expect, it, describe as suite } from 'vitest';
import { BUCKETS, describe } from '../../../../functions/domain/triage/features.ts';

const bucketsOf = (text: string, language = 'en') =>
  new Set(describe(text, 'x', language).features.map(({ bucket }) => bucket));
const shared = (a: string, b: string) => {
  const other = bucketsOf(b);
  const own = bucketsOf(a);
  return [...own].filter((bucket) => other.has(bucket)).length / own.size;
};

suite('the description of a message', () => {
  it('is the same for the same message, whoever is named and whatever the number', () => {
    expect(bucketsOf('@northair where is AA123?')).toEqual(bucketsOf('@skyjet where is BB999?'));
  });

  it('is alike for misspelt words', () => {
    expect(shared('terrible service', 'terible servise')).toBeGreaterThan(
      shared('terrible service', 'lovely evening'),
    );
  });

  it('turns round what a negation is before', () => {
    expect(bucketsOf('not happy')).not.toEqual(bucketsOf('happy not'));
  });

  it('stays within its buckets, of whatever text', () => {
    for (const text of ['', '😂', '?', 'x'.repeat(5000), '\u0000', '@a @b', 'ação não é'])
      for (const { bucket, value } of describe(text, 'x', 'en').features) {
        expect(bucket).toBeGreaterThanOrEqual(0);
        expect(bucket).toBeLessThan(BUCKETS);
        expect(Number.isFinite(value)).toBe(true);
      }
  });

  it('names the token that a feature comes from', () => {
    const { tokens, features } = describe('late again', 'x', 'en');
    expect(features.every(({ of }) => of >= -1 && of < tokens.length)).toBe(true);
  });
});
