import { expect, test } from 'vitest';
import { promiseState } from '../../../functions/domain/promise-schema.ts';
import { aClock, at } from './desk.ts';

const promise = (changes: Parameters<typeof aClock>[0]) => ({ id: 'p1', text: 'x', clock: aClock(changes) });

test.each([
  { state: 'running', clock: {}, now: at('11:00') },
  { state: 'broken', clock: {}, now: at('12:00:00.001') },
  { state: 'broken', clock: { state: 'breached' as const, answeredAt: at('13:00') }, now: at('14:00') },
  { state: 'kept', clock: { state: 'met' as const, answeredAt: at('11:00') }, now: at('14:00') },
  { state: 'withdrawn', clock: { state: 'ended' as const, endedAt: at('11:00') }, now: at('14:00') },
])('a promise is $state', ({ state, clock, now }) => {
  expect(promiseState(promise(clock), now)).toBe(state);
});
