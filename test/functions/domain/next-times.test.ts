import { describe, expect, it } from 'vitest';
import { nextTimes } from '../../../functions/domain/next-times.ts';

const weekly = { every: 'week', interval: 1 } as const;

describe('the next times of what recurs', () => {
  it('are a week later for what has no other time than its own', () => {
    expect(nextTimes({ recurrence: weekly, publishAt: '2026-11-20T10:00:00.000Z' })).toEqual({
      publishAt: '2026-11-27T10:00:00.000Z',
      recurrence: weekly,
    });
  });

  /** Work from two to four on a Sunday night in Vienna; the next week summer time begins at two. */
  const work = {
    ...{ recurrence: weekly, timeZone: 'Europe/Vienna' },
    ...{ startsAt: '2027-03-21T04:00:00.000Z', endsAt: '2027-03-21T06:00:00.000Z' },
  };
  it.each([
    { name: 'said before it', publishAt: '2027-03-20T04:00:00.000Z', next: '2027-03-27T03:00:00.000Z' },
    { name: 'said at its beginning', publishAt: work.startsAt, next: '2027-03-28T03:00:00.000Z' },
    { name: 'said at its end', publishAt: work.endsAt, next: '2027-03-28T05:00:00.000Z' },
  ])('tell of the same work in what is $name, also when the clocks change between', ({ publishAt, next }) => {
    expect(nextTimes({ ...work, publishAt })).toEqual({
      ...{ publishAt: next, recurrence: weekly },
      ...{ startsAt: '2027-03-28T03:00:00.000Z', endsAt: '2027-03-28T05:00:00.000Z' },
    });
  });

  it('of a notice that came late are as early as it was meant to be', () => {
    const late = { ...work, publishAt: '2027-03-21T03:59:00.000Z', meantFor: '2027-03-20T04:00:00.000Z' };
    expect(nextTimes(late)).toMatchObject({ publishAt: '2027-03-27T03:00:00.000Z' });
  });

  it('are none after the last work, whatever would still be said of it', () => {
    const until = '2027-03-28T02:59:59.000Z';
    expect(
      nextTimes({ ...work, publishAt: work.startsAt, recurrence: { ...weekly, until } }),
    ).toBeUndefined();
    const last = { ...work, recurrence: { ...weekly, until: '2027-03-28T03:00:00.000Z' } };
    expect(nextTimes({ ...last, publishAt: work.endsAt })).toMatchObject({
      endsAt: '2027-03-28T05:00:00.000Z',
    });
    expect(nextTimes({ publishAt: work.startsAt })).toBeUndefined();
    expect(nextTimes({ recurrence: weekly })).toBeUndefined();
  });

  it('are counted', () => {
    const twice = { ...weekly, times: 2 };
    const next = nextTimes({ ...work, publishAt: work.startsAt, recurrence: twice });
    expect(next).toMatchObject({ recurrence: { times: 1 } });
    expect(next && nextTimes(next)).toBeUndefined();
  });
});
