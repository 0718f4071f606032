import { expect, it } from 'vitest';
import { earliest, notAsked, notSeen } from '../../../../functions/channels/facebook/look.ts';
import { refusals } from '../../../../functions/channels/facebook/refusals.ts';
import { NOON, order, picture, scriptedGraph } from './scripted-graph.ts';

it.each([
  ['words after 9.999 seconds', [], 9_999, 'unknown'],
  ['words after 10 seconds', [], 10_000, 'no'],
  ['a picture after 89.999 seconds', [picture], 89_999, 'unknown'],
  ['a picture after 90 seconds', [picture], 90_000, 'no'],
])('what is not to be seen may still come: %s', (_name, media, elapsed, found) => {
  const { access } = scriptedGraph();
  expect(notSeen(order({ media }), access, new Date(NOON - elapsed).toISOString()).found).toBe(found);
});

it('allows clocks to differ by five seconds', () => {
  expect(earliest('2026-11-21T12:00:00.000Z')).toBe(NOON - 5_000);
});

it('passes on why Facebook could not be asked', () => {
  const failure = { outcome: 'hold', refusal: refusals.tokenDead } as const;
  expect(notAsked(failure)).toEqual({ found: 'unknown', refusal: refusals.tokenDead });
});
