import { describe, expect, it } from 'vitest';
import { afterOnce, nextOccurrence } from '../../../functions/domain/recurrence.ts';

describe('what recurs happens next', () => {
  it.each([
    {
      name: 'a day later',
      at: '2026-11-20T10:00:00.000Z',
      every: 'day',
      interval: 1,
      next: '2026-11-21T10:00:00.000Z',
    },
    {
      name: 'two weeks later',
      at: '2026-11-20T10:00:00.000Z',
      every: 'week',
      interval: 2,
      next: '2026-12-04T10:00:00.000Z',
    },
    {
      name: 'on the last day of a shorter month',
      at: '2027-01-31T10:00:00.000Z',
      every: 'month',
      interval: 1,
      next: '2027-02-28T10:00:00.000Z',
    },
  ] as const)('$name', ({ at, every, interval, next }) => {
    expect(nextOccurrence(at, { every, interval })).toBe(next);
  });

  it('at the same hour of the wall clock when summer time begins', () => {
    const next = nextOccurrence('2027-03-27T02:00:00.000Z', { every: 'day', interval: 1 }, 'Europe/Vienna');
    expect(next).toBe('2027-03-28T01:00:00.000Z');
  });

  it('never after its end', () => {
    const until = '2026-11-21T09:59:59.999Z';
    expect(nextOccurrence('2026-11-20T10:00:00.000Z', { every: 'day', interval: 1, until })).toBeUndefined();
  });

  it('as often as it is counted to, and no more', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const twice = { every: 'day', interval: 1, times: 2 } as const;
    expect(nextOccurrence(at, twice)).toBe('2026-11-21T10:00:00.000Z');
    expect(nextOccurrence(at, afterOnce(twice))).toBeUndefined();
    expect(afterOnce({ every: 'day', interval: 1 })).toEqual({ every: 'day', interval: 1 });
  });
});
