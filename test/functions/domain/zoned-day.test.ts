import { describe, expect, it } from 'vitest';
import { alwaysOpen } from '../../../functions/domain/business-time.ts';
import {
  addWorkingDays,
  atTime,
  closeOfDay,
  dayFrom,
  dayOf,
  endOfDay,
  lastWorkingDayOfWeek,
} from '../../../functions/domain/zoned-day.ts';

const zone = 'Europe/Vienna';
const friday = dayOf('2026-03-06T12:00:00.000Z', zone);

describe('days of a zone', () => {
  it('are those that its clocks show', () => {
    expect(dayOf('2026-03-04T23:30:00.000Z', zone).toString()).toBe('2026-03-05');
    expect(dayFrom(2026, 4, 31)).toBeUndefined();
    expect(atTime(friday, 17, 30, zone)).toBe('2026-03-06T16:30:00.000Z');
    expect(endOfDay(friday, zone)).toBe('2026-03-06T22:59:59.000Z');
  });

  it('end with their last second where nothing ever closes', () => {
    const after = '2026-03-06T12:00:00.000Z';
    expect(closeOfDay(friday, zone, { calendar: alwaysOpen, after })).toBe('2026-03-06T22:59:59.000Z');
  });

  it('work from Monday to Friday where no calendar says otherwise', () => {
    expect(addWorkingDays(friday, 1, undefined).toString()).toBe('2026-03-09');
    expect(lastWorkingDayOfWeek(friday, undefined).toString()).toBe('2026-03-06');
    expect(lastWorkingDayOfWeek(friday.add({ days: 1 }), undefined).toString()).toBe('2026-03-08');
  });
});
