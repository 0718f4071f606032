import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../../functions/console/api/settings.ts';
import {
  nextRange,
  nineToFive,
  problemOfWeek,
  shareOfDay,
} from '../../../../../functions/console/features/settings/week.ts';

describe('a day of opening hours', () => {
  it('knows where in it a time is', () => {
    expect([shareOfDay('00:00'), shareOfDay('12:00'), shareOfDay('24:00')]).toEqual([0, 0.5, 1]);
  });

  it('offers the usual hours first, then what is left', () => {
    expect(nextRange([])).toEqual(['09:00', '17:00']);
    expect(nextRange([['09:00', '12:30']])).toEqual(['13:00', '24:00']);
    expect(nextRange([['09:00', '24:00']])).toBeUndefined();
  });
});

describe('a week of opening hours', () => {
  it.each([
    { name: 'working days', week: nineToFive('UTC').week },
    { name: 'never', week: {}, problem: 'never' },
    { name: 'a day without hours', week: { mon: [] }, problem: 'never' },
    { name: 'an end before the beginning', week: { mon: [['22:00', '06:00']] }, problem: 'order' },
    { name: 'until midnight', week: { mon: [['22:00', '24:00']] } },
  ] satisfies { name: string; week: Calendar['week']; problem?: string }[])('$name', ({ week, problem }) => {
    expect(problemOfWeek({ week })).toBe(problem);
  });
});
