import { describe, expect, it } from 'vitest';
import { nextRange, shareOfDay } from '../../../../../functions/console/features/settings/week.ts';

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
