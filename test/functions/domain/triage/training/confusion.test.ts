import { describe, expect, it } from 'vitest';
import {
  accuracy,
  classScores,
  confusionOf,
  macroF1,
} from '../../../../../functions/domain/triage/training/confusion.ts';

const pairs = [
  { truth: 'a', guess: 'a' },
  { truth: 'a', guess: 'b' },
  { truth: 'b', guess: 'b' },
  { truth: 'b', guess: 'b' },
];

describe('a confusion', () => {
  const confusion = confusionOf(['a', 'b'], pairs);

  it('counts what was taken for what', () => {
    expect(confusion.counts).toEqual([
      [1, 1],
      [0, 2],
    ]);
    expect(accuracy(confusion)).toBe(0.75);
  });

  it('gives each class its precision, recall and F1', () => {
    const [a, b] = classScores(confusion);
    expect(a).toMatchObject({ precision: 1, recall: 0.5, support: 2 });
    expect(b?.precision).toBeCloseTo(2 / 3);
    expect(macroF1(confusion)).toBeCloseTo((2 / 3 + 0.8) / 2);
  });

  it('finds nothing wrong with a class that is not there', () => {
    expect(macroF1(confusionOf(['a', 'b', 'c'], [{ truth: 'a', guess: 'a' }]))).toBe(1);
  });
});
