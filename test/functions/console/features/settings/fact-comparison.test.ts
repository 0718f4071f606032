import { describe, expect, it } from 'vitest';
import {
  comparisonOf,
  problemOf,
  withComparison,
} from '../../../../../functions/console/features/settings/fact-comparison.ts';

describe('a condition on a fact', () => {
  it.each([
    { name: 'a key alone', condition: { key: 'tier' }, shown: 'known' },
    { name: 'a value', condition: { key: 'tier', value: 'gold' }, shown: 'is' },
    {
      name: 'a comparison',
      condition: { key: 'tier', comparison: 'is-not', value: 'gold' },
      shown: 'is-not',
    },
  ])('with $name is shown as “$shown”', ({ condition, shown }) => {
    expect(comparisonOf(condition)).toBe(shown);
  });

  it('keeps its value with another comparison, and drops it where none is asked', () => {
    const changed = withComparison({ key: 'orders', value: 3 }, 'at-least');
    expect(changed).toEqual({ key: 'orders', comparison: 'at-least', value: 3 });
    expect(withComparison(changed, 'known')).toEqual({ key: 'orders' });
    expect(withComparison({ key: 'orders' }, 'is')).toEqual({ key: 'orders', comparison: 'is', value: '' });
  });

  it.each([
    { name: 'no fact', condition: { key: ' ' }, problem: 'key' },
    { name: 'no value', condition: { key: 'tier', comparison: 'is', value: '' }, problem: 'value' },
    {
      name: 'no magnitude',
      condition: { key: 'tier', comparison: 'at-most', value: 'gold' },
      problem: 'magnitude',
    },
    { name: 'a number', condition: { key: 'orders', comparison: 'at-most', value: '3' } },
    { name: 'a day', condition: { key: 'leaves', comparison: 'at-least', value: '2026-11-24' } },
    { name: 'nothing to compare with, where nothing is asked', condition: { key: 'tier' } },
  ])('lacks what it has to have: $name', ({ condition, problem }) => {
    expect(problemOf(condition)).toBe(problem);
  });
});
