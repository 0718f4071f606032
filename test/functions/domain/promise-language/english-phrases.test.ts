import { describe, expect, it } from 'vitest';
import { isPreparing } from '../../../../functions/domain/promise-language/english-phrases.ts';

describe('isPreparing', () => {
  it.each(['find out', 'check', 'look into', 'ask'])(
    'holds for “%s”, which only leads to an answer',
    (doing) => {
      expect(isPreparing(doing)).toBe(true);
    },
  );

  it.each(['get back', 'send', 'fix', 'call you'])('does not hold for “%s”', (doing) => {
    expect(isPreparing(doing)).toBe(false);
  });
});
