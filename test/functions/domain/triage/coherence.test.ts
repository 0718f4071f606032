import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coherent } from '../../../../functions/domain/triage/coherence.ts';

/** In the order of the classes: negative, neutral, positive; feedback, satisfaction, dissatisfaction, inquiry, problem. */
const moodOf = (sentiment: number[], reason: number[]) =>
  coherent(
    new Map([
      ['sentiment', sentiment],
      ['reason', reason],
    ]),
  ).get('sentiment') ?? [];

const strongest = (shares: number[]) =>
  ['negative', 'neutral', 'positive'][shares.indexOf(Math.max(...shares))];

describe('the sentiment, once the reason had its say', () => {
  it.each([
    {
      name: 'a close race goes to what the reason speaks for',
      reason: [0, 0.9, 0.05, 0, 0.05],
      felt: 'positive',
    },
    { name: 'two reasons to be unhappy count together', reason: [0, 0.2, 0.4, 0, 0.4], felt: 'negative' },
    { name: 'a question is mostly calm', reason: [0.1, 0, 0, 0.9, 0], felt: 'neutral' },
  ])('$name', ({ reason, felt }) => {
    expect(strongest(moodOf([0.34, 0.33, 0.33], reason))).toBe(felt);
  });

  it('stays what it was when it is sure', () => {
    expect(strongest(moodOf([0.98, 0.01, 0.01], [0, 0.9, 0.1, 0, 0]))).toBe('negative');
  });

  it('is a probability whatever the reason', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    const shares = (length: number) => fc.array(share, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(shares(3), shares(5), (sentiment, reason) => {
        const sum = moodOf(sentiment, reason).reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it('leaves the other tasks alone', () => {
    const reason = [0.2, 0.2, 0.2, 0.2, 0.2];
    const likely = new Map([
      ['sentiment', [0.5, 0.3, 0.2]],
      ['reason', reason],
      ['spam', [0.9, 0.1]],
    ]);
    expect(coherent(likely).get('reason')).toBe(reason);
    expect(coherent(likely).get('spam')).toEqual([0.9, 0.1]);
    expect(likely.get('sentiment')).toEqual([0.5, 0.3, 0.2]);
  });
});
