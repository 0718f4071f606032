import { describe, expect, it } from 'vitest';
import { FactCondition, whyFactHolds } from '../../../functions/domain/fact-condition.ts';

const customer = [
  { key: 'tier', value: 'Gold' },
  { key: 'orders', value: 12 },
  { key: 'leaves', value: '2026-11-24' },
  { key: 'guest', value: true },
  { key: 'banned', value: false },
];

const rows: { name: string; condition: FactCondition; why?: string }[] = [
  { name: 'anything known', condition: { key: 'guest' }, why: 'the customer’s guest is true' },
  { name: 'a flag that is off', condition: { key: 'banned' } },
  {
    name: 'a flag that has to be off',
    condition: { key: 'banned', value: false },
    why: 'the customer’s banned is false',
  },
  {
    name: 'a value in any case',
    condition: { key: 'tier', value: 'gold' },
    why: 'the customer’s tier is Gold',
  },
  { name: 'another value', condition: { key: 'tier', value: 'silver' } },
  {
    name: 'not another value',
    condition: { key: 'tier', comparison: 'is-not', value: 'silver' },
    why: 'the customer’s tier is not silver',
  },
  { name: 'not the value that it has', condition: { key: 'tier', comparison: 'is-not', value: 'GOLD' } },
  {
    name: 'not a value of what nobody noted',
    condition: { key: 'pet', comparison: 'is-not', value: 'cat' },
    why: 'the customer’s pet is not cat',
  },
  {
    name: 'a part of a value',
    condition: { key: 'tier', comparison: 'contains', value: 'ol' },
    why: 'the customer’s tier is Gold, which contains “ol”',
  },
  { name: 'a part that it has not', condition: { key: 'tier', comparison: 'contains', value: 'silver' } },
  {
    name: 'a number that is enough, written as text',
    condition: { key: 'orders', comparison: 'at-least', value: '12' },
    why: 'the customer’s orders is 12, at least 12',
  },
  { name: 'a number that is too small', condition: { key: 'orders', comparison: 'at-least', value: 100 } },
  {
    name: 'a number that is small enough',
    condition: { key: 'orders', comparison: 'at-most', value: 100 },
    why: 'the customer’s orders is 12, at most 100',
  },
  {
    name: 'a day on or after another',
    condition: { key: 'leaves', comparison: 'at-least', value: '2026-11-24' },
    why: 'the customer’s leaves is 2026-11-24, at least 2026-11-24',
  },
  { name: 'a day before another', condition: { key: 'leaves', comparison: 'at-least', value: '2026-12-01' } },
  { name: 'a day and a number', condition: { key: 'leaves', comparison: 'at-least', value: 3 } },
  { name: 'a text and a number', condition: { key: 'tier', comparison: 'at-most', value: 3 } },
  { name: 'what nobody noted', condition: { key: 'pet', comparison: 'at-least', value: 1 } },
];

describe('a condition on what is known of a customer', () => {
  it.each(rows)('goes by $name', ({ condition, why }) => {
    expect(whyFactHolds(condition, customer)).toBe(why);
    expect(FactCondition.parse(condition)).toEqual(condition);
  });

  it.each([
    { name: 'no key', condition: { key: '' } },
    { name: 'another comparison', condition: { key: 'tier', comparison: 'like', value: 'gold' } },
    { name: 'nothing to compare with', condition: { key: 'tier', comparison: 'is-not' } },
    {
      name: 'a word that nothing is above',
      condition: { key: 'orders', comparison: 'at-least', value: 'many' },
    },
  ])('cannot be one with $name', ({ condition }) => {
    expect(FactCondition.safeParse(condition).success).toBe(false);
  });
});
