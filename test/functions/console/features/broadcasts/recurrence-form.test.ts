import { describe, expect, it } from 'vitest';
import {
  endingOf,
  lastDayOf,
  recurrenceWords,
  withEnding,
  withLastDay,
} from '../../../../../functions/console/features/broadcasts/recurrence-form.ts';

const weekly = { every: 'week', interval: 2 } as const;
const now = Date.parse('2026-11-20T10:00:00.000Z');

describe('how often a broadcast recurs', () => {
  it('ends never, on a day or after some times, one of them at once', () => {
    const untilDay = withEnding(weekly, 'until', 'Europe/Madrid', now);
    expect(untilDay).toEqual({ ...weekly, until: '2027-02-18T22:59:00.000Z' });
    const counted = withEnding(untilDay, 'times', 'Europe/Madrid', now);
    expect(counted).toEqual({ ...weekly, times: 5 });
    expect([weekly, untilDay, counted].map(endingOf)).toEqual(['never', 'until', 'times']);
    expect(withEnding(counted, 'never', 'UTC', now)).toEqual(weekly);
  });

  it('has a last day by the clock of its zone', () => {
    const ended = withLastDay(weekly, '2026-12-31', 'Asia/Tokyo');
    expect(ended.until).toBe('2026-12-31T14:59:00.000Z');
    expect(lastDayOf(ended, 'Asia/Tokyo')).toBe('2026-12-31');
    expect(withLastDay(ended, '', 'Asia/Tokyo')).toEqual(ended);
  });

  it.each([
    { recurrence: weekly, words: 'every 2 weeks' },
    { recurrence: { every: 'day', interval: 1 } as const, words: 'every day' },
    { recurrence: { ...weekly, times: 3 }, words: 'every 2 weeks, 3 times, this one counted' },
    { recurrence: { ...weekly, times: 1 }, words: 'every 2 weeks, for the last time' },
    {
      recurrence: { ...weekly, until: '2026-12-31T14:59:00.000Z' },
      words: 'every 2 weeks, until 2026-12-31',
    },
  ])('is said as “$words”', ({ recurrence, words }) => {
    expect(recurrenceWords(recurrence, 'UTC')).toBe(words);
  });
});
