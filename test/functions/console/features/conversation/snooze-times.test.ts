import { describe, expect, it } from 'vitest';
import { snoozeTimes } from '../../../../../functions/console/features/conversation/snooze-times.ts';

describe('snoozeTimes', () => {
  it.each([
    { name: 'a Friday', now: new Date(2026, 10, 20, 16, 0), monday: 23 },
    { name: 'a Sunday', now: new Date(2026, 10, 22, 16, 0), monday: 23 },
    { name: 'a Monday', now: new Date(2026, 10, 23, 8, 0), monday: 30 },
  ])('all lie ahead on $name, and Monday is the next one', ({ now, monday }) => {
    const times = snoozeTimes(now.getTime()).map(({ at }) => new Date(at));
    expect(times.every((time) => time > now)).toBe(true);
    expect(times.at(-1)?.getDay()).toBe(1);
    expect(times.at(-1)?.getDate()).toBe(monday);
    expect(times.at(-1)?.getHours()).toBe(9);
  });
});
