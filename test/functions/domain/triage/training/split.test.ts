import { describe, expect, it } from 'vitest';
import { FOLDS, partOf } from '../../../../../functions/domain/triage/training/split.ts';

describe('the part of an example', () => {
  it('is the same for messages that are nearly the same', () => {
    const part = partOf({ text: '@northair where is my bag?' });
    for (const text of ['@skyjet Where is my bag??', 'where is my bag AA123', 'my bag, where is @x']) {
      expect(partOf({ text })).toBe(part);
    }
  });

  it('spreads the others as meant', () => {
    const letters = 'abcdefghijklmnopqrst';
    const parts = Array.from(letters).flatMap((a) =>
      Array.from(letters, (b) => partOf({ text: `${a}${b} ${b}${a}${a}` })),
    );
    const share = parts.filter((part) => part === 'test').length / parts.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.21);
    expect(new Set(parts)).toEqual(new Set(['test', ...Array.from({ length: FOLDS }, (_, fold) => fold)]));
  });
});
