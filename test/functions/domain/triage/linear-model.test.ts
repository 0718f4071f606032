import { describe, expect, it } from 'vitest';
import {
  contributions,
  type LinearModel,
  probabilities,
  softmax,
} from '../../../../functions/domain/triage/linear-model.ts';

/** Two buckets; a task of three classes and one of two, so four columns. */
const model: LinearModel = {
  tasks: [
    { name: 'mood', classes: ['bad', 'so-so', 'good'], bias: [0, 0, 0], unit: 0.5 },
    { name: 'spam', classes: ['no', 'yes'], bias: [-1], unit: 1 },
  ],
  weights: Int8Array.from([4, 0, -4, 0, 0, 0, 6, 3]),
};

describe('a linear model', () => {
  it('adds up what speaks for each class of each task', () => {
    const likely = probabilities(model, [
      { bucket: 0, value: 1, of: 0 },
      { bucket: 1, value: 1, of: 1 },
    ]);
    expect(likely.get('mood')).toEqual(softmax([2, 0, 1]));
    expect(likely.get('spam')).toEqual(softmax([0, 2]));
  });

  it('says which token spoke for a class, against the others', () => {
    const features = [
      { bucket: 0, value: 1, of: 0 },
      { bucket: 1, value: 2, of: 1 },
      { bucket: 1, value: 5, of: -1 },
    ];
    expect(contributions(model, features, { task: 'mood', class: 'bad' })).toEqual(
      new Map([
        [0, 3],
        [1, -3],
      ]),
    );
    expect(contributions(model, features, { task: 'spam', class: 'no' })).toEqual(
      new Map([
        [0, 0],
        [1, -6],
      ]),
    );
  });

  it('gives probabilities that add up to one, however large the scores', () => {
    expect(softmax([1000, 0])).toEqual([1, 0]);
    expect(softmax([1, 2, 3]).reduce((sum, one) => sum + one)).toBeCloseTo(1);
  });
});
