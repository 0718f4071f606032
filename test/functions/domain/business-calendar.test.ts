import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  Calendar,
  CalendarNeverOpens,
  hoursOf,
} from '../../../functions/domain/business-calendar.ts';

const hour = 3_600_000;
const valid = { timeZone: 'Europe/Vienna', week: { mon: [['09:00', '17:00']] }, holidays: ['2026-12-25'] };
const monday = (...ranges: unknown[]) => ({ ...valid, week: { mon: ranges } });

describe('Calendar', () => {
  const accepted: Record<string, unknown> = {
    'one range': valid,
    'several ranges': monday(['09:00', '12:00'], ['13:00', '18:00']),
    'ranges in any order': monday(['13:00', '18:00'], ['09:00', '12:00']),
    'ranges that touch': monday(['09:00', '12:00'], ['12:00', '18:00']),
    'a whole day': monday(['00:00', '24:00']),
    'a last minute': monday(['23:59', '24:00']),
    'a closed weekday written out': { ...valid, week: { mon: [], tue: [['09:00', '17:00']] } },
    'a zone under its newer name': { ...valid, timeZone: 'Asia/Kolkata' },
    'a zone under its older name': { ...valid, timeZone: 'Asia/Calcutta' },
    'a zone with a sign in its name': { ...valid, timeZone: 'Etc/GMT+5' },
    'a leap day': { ...valid, holidays: ['2028-02-29'] },
    'around the clock': alwaysOpen,
  };

  it.each(Object.entries(accepted))('accepts %s', (_, calendar) => {
    expect(Calendar.parse(calendar)).toEqual(calendar);
  });

  it('takes holidays left out for none', () => {
    expect(Calendar.parse({ timeZone: 'UTC', week: valid.week }).holidays).toEqual([]);
  });

  // biome-ignore format: a table reads by its rows
  const refused: Record<string, [calendar: unknown, path: PropertyKey[], message: string]> = {
    'an unknown zone': [{ ...valid, timeZone: 'Mars/Olympus' }, ['timeZone'], '"Mars/Olympus" is not a known time zone; write an IANA name such as "Europe/Vienna" or "UTC".'],
    'an offset for a zone': [{ ...valid, timeZone: '+02:00' }, ['timeZone'], '"+02:00" is not a known time zone'],
    'an instant for a zone': [{ ...valid, timeZone: '2026-11-20T10:15Z[Europe/Vienna]' }, ['timeZone'], 'is not a known time zone'],
    'no name for a zone': [{ ...valid, timeZone: '' }, ['timeZone'], '"" is not a known time zone'],
    'a range of no length': [monday(['09:00', '09:00']), ['week', 'mon', 0], '09:00–09:00 ends before it has begun'],
    'a range past midnight': [monday(['22:00', '06:00']), ['week', 'mon', 0], '22:00–06:00 ends before it has begun; for hours past midnight end this day at "24:00" and begin the next at "00:00".'],
    'a start at the end of the day': [monday(['24:00', '24:00']), ['week', 'mon', 0], '24:00–24:00 ends'],
    'ranges that overlap': [monday(['09:00', '12:30'], ['12:00', '18:00']), ['week', 'mon', 1], '12:00–18:00 overlaps 09:00–12:30; make one range of the two.'],
    'ranges that overlap in another order': [monday(['12:00', '18:00'], ['09:00', '12:30']), ['week', 'mon', 0], '12:00–18:00 overlaps 09:00–12:30'],
    'the same range twice': [monday(['09:00', '12:00'], ['09:00', '12:00']), ['week', 'mon', 1], 'overlaps'],
    'a time without leading zero': [monday(['9:00', '17:00']), ['week', 'mon', 0, 0], '"9:00" is not a time of day; write hours and minutes, "00:00" to "24:00".'],
    'a time after midnight': [monday(['09:00', '24:01']), ['week', 'mon', 0, 1], '"24:01" is not a time of day'],
    'a minute too many': [monday(['09:60', '17:00']), ['week', 'mon', 0, 0], '"09:60" is not a time of day'],
    'seconds': [monday(['09:00', '17:00:30']), ['week', 'mon', 0, 1], '"17:00:30" is not a time of day'],
    'a malformed holiday': [{ ...valid, holidays: ['25.12.2026'] }, ['holidays', 0], '"25.12.2026" is not a date; write one that exists, such as "2026-12-25".'],
    'a holiday that does not exist': [{ ...valid, holidays: ['2026-12-25', '2026-02-29'] }, ['holidays', 1], '"2026-02-29" is not a date'],
    'a misspelt weekday': [{ ...valid, week: { ...valid.week, tuesday: [['09:00', '17:00']] } }, ['week'], '"tuesday" is not a weekday; the week has mon, tue, wed, thu, fri, sat and sun.'],
    'a list for a week': [{ ...valid, week: [['09:00', '17:00']] }, ['week'], 'The week lists ranges by weekday'],
    'no hours at all': [{ ...valid, week: {} }, ['week'], 'These hours never open, so nothing could ever fall due; give at least one weekday a range.'],
    'empty weekdays only': [{ ...valid, week: { mon: [], tue: [] } }, ['week'], 'These hours never open'],
  };

  it.each(Object.entries(refused))('refuses %s and says where and why', (_, [calendar, path, message]) => {
    const issues = Calendar.safeParse(calendar).error?.issues ?? [];
    expect(issues.map((issue) => issue.path)).toEqual([path]);
    expect(issues[0]?.message).toContain(message);
  });
});

describe('hoursOf', () => {
  it('puts ranges in order, Monday first, and joins those that touch', () => {
    const hours = hoursOf(Calendar.parse(monday(['13:00', '18:00'], ['09:00', '12:00'], ['12:00', '12:30'])));
    expect(hours.week[0]).toEqual([
      [9 * hour, 12.5 * hour],
      [13 * hour, 18 * hour],
    ]);
    expect(hours.week.slice(1)).toEqual([[], [], [], [], [], []]);
  });

  it('loses nothing of a range that holds another, should one slip past the schema', () => {
    const mon: [string, string][] = [
      ['09:00', '17:00'],
      ['10:00', '11:00'],
    ];
    expect(hoursOf({ timeZone: 'UTC', week: { mon }, holidays: [] }).week[0]).toEqual([
      [9 * hour, 17 * hour],
    ]);
  });

  it('counts holidays in days since 1970', () => {
    const { holidays } = hoursOf({ ...alwaysOpen, holidays: ['1970-01-02', '1969-12-31'] });
    expect([...holidays]).toEqual([1, -1]);
  });

  const roundTheClock: Record<string, [calendar: Calendar, expected: boolean]> = {
    'every day from midnight to midnight': [alwaysOpen, true],
    'in any zone': [{ ...alwaysOpen, timeZone: 'Europe/Vienna' }, true],
    'in parts that touch': [
      {
        ...alwaysOpen,
        week: {
          ...alwaysOpen.week,
          wed: [
            ['12:00', '24:00'],
            ['00:00', '12:00'],
          ],
        },
      },
      true,
    ],
    'but for one minute': [{ ...alwaysOpen, week: { ...alwaysOpen.week, wed: [['00:00', '23:59']] } }, false],
    'but for one weekday': [{ ...alwaysOpen, week: { ...alwaysOpen.week, wed: undefined } }, false],
    'but for one holiday': [{ ...alwaysOpen, holidays: ['2026-12-25'] }, false],
  };

  it.each(Object.entries(roundTheClock))(
    'tells whether it is open around the clock: %s',
    (_, [calendar, expected]) => {
      expect(hoursOf(calendar).roundTheClock).toBe(expected);
    },
  );

  it('refuses a calendar that never opens', () => {
    expect(() => hoursOf({ timeZone: 'UTC', week: {}, holidays: [] })).toThrow(CalendarNeverOpens);
  });
});
