import { describe, expect, it } from 'vitest';
import { foreseen } from '../../../../functions/channels/facebook/foreseen.ts';
import { refusals } from '../../../../functions/channels/facebook/refusals.ts';

const all = [...Object.values(refusals), ...Object.values(foreseen)];

describe('a refusal', () => {
  it.each(all.map((one) => [one.code, one] as const))(
    '%s says what happened and what to do',
    (_code, one) => {
      expect(one.code).toMatch(/^facebook:[a-z]+(-[a-z]+)*$/);
      expect(one.explanation).toMatch(/^[A-Z].*[.]$/);
      expect(one.advice).toMatch(/^[A-Z].*[.]$/);
      expect(one.explanation + one.advice).not.toMatch(/Graph|PSID|token_|\d{3,}/);
    },
  );

  it('is told apart from every other by its code', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });
});
