import { describe, expect, it } from 'vitest';
import { english } from '../../../../functions/domain/promise-language/english.ts';

describe('English', () => {
  it.each([
    ["I'll find out.", { who: 'I', preparing: true, needsTime: false }],
    ["We're sending it.", { who: 'we', preparing: false, needsTime: true }],
    ['Our team will call you.', { who: 'team', preparing: false, needsTime: false }],
  ])('hears in “%s” who promises, and whether it stands for itself', (text, commitment) => {
    expect(english.commitmentIn(text)).toMatchObject(commitment);
  });

  it('cuts a sentence where another promise begins', () => {
    const text = "I'll call you tomorrow and we'll refund you by Friday.";
    expect(english.segmentsOf({ text, start: 10 })).toEqual([
      { text: "I'll call you tomorrow", start: 10 },
      { text: " and we'll refund you by Friday.", start: 32 },
    ]);
  });

  it('knows a condition from a question that is to be found out', () => {
    expect(english.isConditional('', "we'll refund you if it is lost", null)).toBe(true);
    expect(english.isConditional('', "I'll check if it is in stock", null)).toBe(false);
  });
});
