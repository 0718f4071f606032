import { describe, expect, it } from 'vitest';
import { fitWeights, type Sample, seeded } from '../../../../../functions/domain/triage/training/fit.ts';

const settings = { epochs: 20, rate: 0.1, decay: 0.0001, omitted: 0, seed: 3 };
const sample = (bucket: number, label: number): Sample => ({
  features: [{ bucket, value: 1, of: 0 }],
  label,
  weight: 1,
});

describe('learning', () => {
  const samples = [sample(1, 0), sample(2, 1), sample(3, 2), sample(1, 0), sample(2, 1), sample(3, 2)];
  const { weights } = fitWeights(['a', 'b', 'c'], samples, settings);

  it('finds what belongs to which class', () => {
    for (const bucket of [1, 2, 3]) {
      const own = [...weights.slice(bucket * 3, bucket * 3 + 3)];
      expect(own.indexOf(Math.max(...own))).toBe(bucket - 1);
    }
  });

  it('keeps one column for two classes', () => {
    const two = fitWeights(['no', 'yes'], [sample(1, 0), sample(2, 1)], settings);
    expect(two.bias).toHaveLength(1);
    expect(two.weights[1]).toBeLessThan(0);
    expect(two.weights[2]).toBeGreaterThan(0);
  });

  it('gives the same weights for the same seed', () => {
    expect(fitWeights(['a', 'b', 'c'], samples, settings).weights).toEqual(weights);
  });

  it('spreads what it learns over more words when it sees some of them only at times', () => {
    const both = (label: number): Sample => ({
      features: [
        { bucket: label === 0 ? 1 : 2, value: 1, of: 0 },
        { bucket: label === 0 ? 3 : 4, value: 0.3, of: 1 },
      ],
      label,
      weight: 1,
    });
    const messages = Array.from({ length: 20 }, (_, index) => both(index % 2));
    const shareOfTheWeaker = (omitted: number) => {
      const { weights: learnt } = fitWeights(['no', 'yes'], messages, { ...settings, omitted });
      return (learnt[4] ?? 0) / (learnt[2] ?? 1);
    };
    expect(shareOfTheWeaker(0.5)).toBeGreaterThan(shareOfTheWeaker(0));
  });

  it('draws even numbers by its seed', () => {
    const random = seeded(1);
    const drawn = Array.from({ length: 1000 }, random);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, one) => sum + one) / 1000).toBeCloseTo(0.5, 1);
    expect(seeded(1)()).toBe(drawn[0]);
  });
});
