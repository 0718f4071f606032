import { expect, it } from 'vitest';
import { refusals } from '../../../../functions/channels/x/refusals.ts';

const all = Object.entries(refusals);

it.each(all)('says what happened and what to do for %s', (_name, { code, explanation, advice }) => {
  expect(code).toMatch(/^x:[a-z-]+$/);
  expect(explanation).toMatch(/^[A-Z].*\.$/);
  expect(advice).toMatch(/^[A-Z].*\.$/);
});

it('has one code for one reason', () => {
  const codes = all.map(([, { code }]) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

it('leaves no other gap in an advice than those that are filled', () => {
  const gaps = all.flatMap(([, { advice }]) => advice.match(/\{.*?\}/g) ?? []);
  expect(new Set(gaps)).toEqual(new Set(['{post}', '{compose}']));
});
