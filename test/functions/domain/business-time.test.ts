import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  type Calendar,
  CalendarNeverOpens,
  closingAt,
  deadline,
  elapsed,
  isOpen,
  nextOpening,
} from '../../../functions/domain/business-time.ts';

type Ranges = [string, string][];
const day: Ranges = [['09:00', '17:00']];
const allDay: Ranges = [['00:00', '24:00']];
const night: Ranges = [['00:00', '06:00']];
const withLunch: Ranges = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

const H = 3600;
const weekdays = (ranges: Ranges) => ({ mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges });
const everyDay = (ranges: Ranges) => ({ ...weekdays(ranges), sat: ranges, sun: ranges });
const dates = (first: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10),
  );

const vienna = (week: Calendar['week'], holidays: string[] = []): Calendar => ({
  timeZone: 'Europe/Vienna',
  week,
  holidays,
});
const office = vienna(weekdays(day));
const officeIn = (timeZone: string): Calendar => ({ ...office, timeZone });
const shop = vienna(weekdays(withLunch));
const festive = vienna(weekdays(day), ['2026-12-24', '2026-12-25', '2026-12-28', '2027-01-01']);
const never = vienna({ mon: [] });

/**
 * Expected instants are worked out from the clock on the wall. 20 November 2026 is a Friday; Vienna is then an hour
 * ahead of UTC. Keys of an object, so that the compiler refuses a name that is used twice.
 */
// biome-ignore format: a table reads by its rows
const due: Record<string, [start: string, seconds: number, calendar: Calendar, due: string]> = {
  'opens later today': ['2026-11-20T06:15:00Z', 2 * H, office, '2026-11-20T10:00:00.000Z'],
  'inside opening hours': ['2026-11-20T09:15:00Z', 2 * H, office, '2026-11-20T11:15:00.000Z'],
  'inside a lunch gap': ['2026-11-20T11:30:00Z', H, shop, '2026-11-20T13:00:00.000Z'],
  'crosses a lunch gap': ['2026-11-20T10:30:00Z', H, shop, '2026-11-20T12:30:00.000Z'],
  'ends exactly as lunch begins': ['2026-11-20T10:00:00Z', H, shop, '2026-11-20T11:00:00.000Z'],
  'starts exactly at opening': ['2026-11-20T08:00:00Z', H, office, '2026-11-20T09:00:00.000Z'],
  'starts exactly at closing': ['2026-11-19T16:00:00Z', H, office, '2026-11-20T09:00:00.000Z'],
  'starts a second before closing': ['2026-11-19T15:59:59Z', 2, office, '2026-11-20T08:00:01.000Z'],
  'ends exactly at closing': ['2026-11-19T14:00:00Z', 2 * H, office, '2026-11-19T16:00:00.000Z'],
  'ends a second after closing': ['2026-11-18T14:00:00Z', 2 * H + 1, office, '2026-11-19T08:00:01.000Z'],
  'crosses closing': ['2026-11-18T15:00:00Z', 2 * H, office, '2026-11-19T09:00:00.000Z'],
  'crosses a weekend': ['2026-11-20T15:30:00Z', 2 * H, office, '2026-11-23T09:30:00.000Z'],
  'starts on a weekend': ['2026-11-21T12:00:00Z', H, office, '2026-11-23T09:00:00.000Z'],
  'fills a whole day': ['2026-11-20T08:00:00Z', 8 * H, office, '2026-11-20T16:00:00.000Z'],
  'fills a whole week': ['2026-11-16T08:00:00Z', 40 * H, office, '2026-11-20T16:00:00.000Z'],
  'open one hour a week': ['2026-11-20T00:00:00Z', 3 * H, vienna({ wed: [['12:00', '13:00']] }), '2026-12-09T12:00:00.000Z'],
  'ranges in any order': ['2026-11-20T10:30:00Z', H, vienna({ fri: [['13:00', '18:00'], ['09:00', '12:00']] }), '2026-11-20T12:30:00.000Z'],
  'ranges that touch': ['2026-11-20T10:30:00Z', H, vienna({ fri: [['09:00', '12:00'], ['12:00', '18:00']] }), '2026-11-20T11:30:00.000Z'],

  'holiday today': ['2026-12-28T10:00:00Z', H, festive, '2026-12-29T09:00:00.000Z'],
  'crosses a holiday': ['2026-12-31T15:30:00Z', H, festive, '2027-01-04T08:30:00.000Z'],
  'run of holidays': ['2026-12-23T15:00:00Z', 2 * H, festive, '2026-12-29T09:00:00.000Z'],
  'closure longer than a month': ['2026-07-01T09:00:00Z', H, vienna(weekdays(day), dates('2026-07-01', 60)), '2026-08-31T08:00:00.000Z'],
  'closure of ten years': ['2026-07-01T09:00:00Z', H, vienna(weekdays(day), dates('2026-07-01', 3653)), '2036-07-01T08:00:00.000Z'],

  'zone ahead of UTC': ['2026-11-19T23:30:00Z', H, officeIn('Pacific/Auckland'), '2026-11-20T00:30:00.000Z'],
  'zone ahead of UTC, Monday there and Sunday here': ['2026-11-22T12:00:00Z', H, officeIn('Pacific/Kiritimati'), '2026-11-22T20:00:00.000Z'],
  'zone behind UTC': ['2026-11-20T23:30:00Z', 2 * H, officeIn('America/Los_Angeles'), '2026-11-23T17:30:00.000Z'],
  'zone behind UTC, Friday there and Saturday here': ['2026-11-21T03:30:00Z', H, officeIn('Pacific/Pago_Pago'), '2026-11-23T20:30:00.000Z'],
  'zone of a quarter hour': ['2026-11-20T03:00:00Z', H, officeIn('Asia/Kathmandu'), '2026-11-20T04:15:00.000Z'],

  'spring-forward day, open across the jump': ['2026-03-28T23:30:00Z', 3 * H, vienna(everyDay(night)), '2026-03-29T02:30:00.000Z'],
  'spring-forward day, an hour shorter': ['2026-03-28T23:00:00Z', 5 * H + 1, vienna(everyDay(night)), '2026-03-29T22:00:01.000Z'],
  'spring-forward day, opens in the skipped hour': ['2026-03-28T12:00:00Z', H, vienna({ sun: [['02:30', '09:00']] }), '2026-03-29T02:00:00.000Z'],
  'spring-forward day, closes in the skipped hour': ['2026-03-29T00:00:00Z', H + 1, vienna({ sun: [['01:00', '02:30']] }), '2026-04-04T23:00:01.000Z'],
  'spring-forward day, open in the skipped hour only': ['2026-03-28T12:00:00Z', 1, vienna({ sun: [['02:00', '03:00']] }), '2026-04-05T00:00:01.000Z'],
  'fall-back day, an hour longer': ['2026-10-24T22:00:00Z', 7 * H, vienna(everyDay(night)), '2026-10-25T05:00:00.000Z'],
  'fall-back day, opens in the repeated hour': ['2026-10-24T12:00:00Z', H, vienna({ sun: [['02:30', '09:00']] }), '2026-10-25T01:30:00.000Z'],
  'fall-back day, closes in the repeated hour': ['2026-10-24T22:00:00Z', 2.5 * H + 1, vienna({ sun: [['00:00', '02:30']] }), '2026-10-31T23:00:01.000Z'],
  'fall-back day of half an hour': ['2026-04-04T13:00:00Z', 3 * H, { ...vienna({ sun: [['00:00', '02:30']] }), timeZone: 'Australia/Lord_Howe' }, '2026-04-04T16:00:00.000Z'],
  'midnight is skipped': ['2018-11-04T02:00:00Z', 2 * H, { ...vienna(everyDay(night)), timeZone: 'America/Sao_Paulo' }, '2018-11-04T05:00:00.000Z'],
  'a date that the zone skipped': ['2011-12-29T23:00:00Z', 8 * H, { ...vienna(everyDay(day)), timeZone: 'Pacific/Apia' }, '2011-12-30T23:00:00.000Z'],
  'clocks change while closed': ['2026-03-27T15:30:00Z', H, office, '2026-03-30T07:30:00.000Z'],

  'seconds preserved': ['2026-11-20T15:15:42Z', 2 * H, office, '2026-11-23T09:15:42.000Z'],
  'milliseconds preserved': ['2026-11-20T10:15:42.123Z', 2 * H, office, '2026-11-20T12:15:42.123Z'],
  'milliseconds end with the wait for opening': ['2026-11-21T10:15:42.123Z', H, office, '2026-11-23T09:00:00.000Z'],
  'less than a second': ['2026-11-20T15:59:59.900Z', 0.2, office, '2026-11-23T08:00:00.100Z'],
  'no time at all, while open': ['2026-11-20T10:00:00Z', 0, office, '2026-11-20T10:00:00.000Z'],
  'no time at all, while closed': ['2026-11-21T10:00:00.007Z', 0, office, '2026-11-21T10:00:00.007Z'],

  'open 00:00–24:00 on weekdays': ['2026-11-20T22:30:00Z', H, vienna(weekdays(allDay)), '2026-11-22T23:30:00.000Z'],
  'open 00:00–24:00 but for a holiday': ['2026-12-24T22:30:00Z', H, vienna(everyDay(allDay), ['2026-12-25']), '2026-12-25T23:30:00.000Z'],
  'open across midnight': ['2026-11-19T22:30:00Z', H, vienna({ thu: [['22:00', '24:00']], fri: night }), '2026-11-19T23:30:00.000Z'],
  'around the clock': ['2026-11-20T22:30:00.500Z', 26 * H, alwaysOpen, '2026-11-22T00:30:00.500Z'],
  'around the clock while clocks change': ['2026-10-24T22:00:00Z', 24 * H, vienna(everyDay(allDay)), '2026-10-25T22:00:00.000Z'],

  'published case, Monday before opening': ['2024-06-03T07:00:00Z', H, { ...shop, timeZone: 'UTC' }, '2024-06-03T10:00:00.000Z'],
  'published case, Monday at lunch': ['2024-06-03T12:30:00Z', H, { ...shop, timeZone: 'UTC' }, '2024-06-03T14:00:00.000Z'],
  'published case, Monday 17:00 and two hours': ['2024-06-03T17:00:00Z', 2 * H, { ...shop, timeZone: 'UTC' }, '2024-06-04T10:00:00.000Z'],
  'published case, Monday 18:00 and an hour': ['2024-06-03T18:00:00Z', H, { ...shop, timeZone: 'UTC' }, '2024-06-04T10:00:00.000Z'],
};

describe('deadline', () => {
  it.each(Object.entries(due))('%s', (_, [start, seconds, calendar, expected]) => {
    expect(deadline(start, seconds, calendar)).toBe(expected);
    expect(elapsed(start, expected, calendar)).toBe(seconds);
  });

  it('takes a start with and without milliseconds for the same instant', () => {
    expect(deadline('2026-11-20T10:15:00Z', 60, office)).toBe(
      deadline('2026-11-20T10:15:00.000Z', 60, office),
    );
  });

  it('is unchanged by holidays long past', () => {
    const calendar = vienna(weekdays(day), dates('1990-01-01', 3000));
    expect(deadline('2026-11-20T09:15:00Z', 2 * H, calendar)).toBe('2026-11-20T11:15:00.000Z');
  });

  // biome-ignore format: a table reads by its rows
  const refused: Record<string, [start: string, seconds: number, calendar: Calendar, message: RegExp]> = {
    'a negative target': ['2026-11-20T10:15:00Z', -1, office, /zero seconds or more/],
    'a target that is no number': ['2026-11-20T10:15:00Z', Number.NaN, office, /zero seconds or more/],
    'an infinite target': ['2026-11-20T10:15:00Z', Number.POSITIVE_INFINITY, office, /hundred years/],
    'a target of centuries': ['2026-11-20T10:15:00Z', 1e10, alwaysOpen, /hundred years/],
    'a target that its hours stretch over centuries': ['2026-11-20T10:15:00Z', 1e9, vienna({ wed: day }), /hundred years/],
    'a start without a zone': ['2026-11-20T10:15:00', 60, office, /not an instant/],
    'a start with an offset': ['2026-11-20T10:15:00+01:00', 60, office, /not an instant/],
    'a date alone': ['2026-11-20', 60, office, /not an instant/],
    'a day that does not exist': ['2026-02-30T10:15:00Z', 60, office, /not an instant/],
    'an hour that does not exist': ['2026-02-20T25:15:00Z', 60, office, /not an instant/],
    'an unknown zone': ['2026-11-20T10:15:00Z', 60, officeIn('Mars/Olympus'), /Mars\/Olympus/i],
    'a time that does not exist': ['2026-11-20T10:15:00Z', 60, vienna({ fri: [['09:00', '25:00']] }), /25:00/],
    'a range turned around': ['2026-11-20T10:15:00Z', 60, vienna({ fri: [['17:00', '09:00']] }), /does not end after/],
    'a holiday that is no date': ['2026-11-20T10:15:00Z', 60, vienna(weekdays(day), ['Christmas']), /Christmas/],
  };

  it.each(Object.entries(refused))('refuses %s', (_, [start, seconds, calendar, message]) => {
    expect(() => deadline(start, seconds, calendar)).toThrow(RangeError);
    expect(() => deadline(start, seconds, calendar)).toThrow(message);
  });
});

describe('a calendar that never opens', () => {
  const at = '2026-11-20T10:15:00Z';
  const questions: Record<string, (calendar: Calendar) => unknown> = {
    deadline: (calendar) => deadline(at, 60, calendar),
    'deadline of no time': (calendar) => deadline(at, 0, calendar),
    elapsed: (calendar) => elapsed(at, at, calendar),
    isOpen: (calendar) => isOpen(at, calendar),
    nextOpening: (calendar) => nextOpening(at, calendar),
  };

  it.each(Object.entries(questions))('is an error and not a loop for %s', (_, ask) => {
    expect(() => ask(never)).toThrow(CalendarNeverOpens);
    expect(() => ask(vienna({}))).toThrow('Give at least one weekday opening hours.');
    expect(() => ask(office)).not.toThrow();
  });
});

describe('elapsed', () => {
  // biome-ignore format: a table reads by its rows
  const counted: Record<string, [start: string, end: string, calendar: Calendar, seconds: number]> = {
    'nothing between an instant and itself': ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z', office, 0],
    'nothing over a weekend': ['2026-11-20T16:00:00Z', '2026-11-23T08:00:00Z', office, 0],
    'only what is open of a week': ['2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', office, 40 * H],
    'a lunch left out': ['2026-11-20T10:30:00Z', '2026-11-20T12:30:00Z', shop, H],
    'a holiday left out': ['2026-12-23T15:00:00Z', '2026-12-29T09:00:00Z', festive, 2 * H],
    'a night an hour shorter': ['2026-03-28T22:00:00Z', '2026-03-29T10:00:00Z', vienna(everyDay(night)), 5 * H],
    'a night an hour longer': ['2026-10-24T20:00:00Z', '2026-10-25T10:00:00Z', vienna(everyDay(night)), 7 * H],
    'milliseconds as a fraction': ['2026-11-20T10:00:00.250Z', '2026-11-20T10:00:01.500Z', office, 1.25],
    'real time around the clock': ['2026-10-24T00:00:00Z', '2026-10-26T00:00:00.001Z', alwaysOpen, 48 * H + 0.001],
    'backwards as a negative number': ['2026-11-23T09:00:00Z', '2026-11-20T15:00:00Z', office, -2 * H],
    'backwards over a weekend as plain zero': ['2026-11-23T08:00:00Z', '2026-11-20T16:00:00Z', office, 0],
  };

  it.each(Object.entries(counted))('counts %s', (_, [start, end, calendar, seconds]) => {
    expect(elapsed(start, end, calendar)).toBe(seconds);
  });

  it('refuses instants more than a century apart', () => {
    const [then, now] = ['1800-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
    expect(() => elapsed(then, now, office)).toThrow(/hundred years apart/);
    expect(() => elapsed(now, then, office)).toThrow(/hundred years apart/);
  });
});

describe('isOpen and nextOpening', () => {
  // biome-ignore format: a table reads by its rows
  const opening: Record<string, [at: string, calendar: Calendar, open: boolean, next: string]> = {
    'before opening': ['2026-11-20T07:59:59.999Z', office, false, '2026-11-20T08:00:00.000Z'],
    'at opening': ['2026-11-20T08:00:00Z', office, true, '2026-11-20T08:00:00.000Z'],
    'while open': ['2026-11-20T10:15:42.123Z', office, true, '2026-11-20T10:15:42.123Z'],
    'just before closing': ['2026-11-20T15:59:59.999Z', office, true, '2026-11-20T15:59:59.999Z'],
    'at closing': ['2026-11-20T16:00:00Z', office, false, '2026-11-23T08:00:00.000Z'],
    'at lunch': ['2026-11-20T11:30:00Z', shop, false, '2026-11-20T12:00:00.000Z'],
    'on a holiday': ['2026-12-25T10:00:00Z', festive, false, '2026-12-29T08:00:00.000Z'],
    'at a midnight that does not close': ['2026-11-19T23:00:00Z', vienna(weekdays(allDay)), true, '2026-11-19T23:00:00.000Z'],
    'in the second showing of an hour that opened in the first': ['2026-10-25T01:15:00Z', vienna({ sun: [['02:30', '09:00']] }), true, '2026-10-25T01:15:00.000Z'],
    'in the second showing of an hour that closed in the first': ['2026-10-25T01:15:00Z', vienna({ sun: [['00:00', '02:30']] }), false, '2026-10-31T23:00:00.000Z'],
    'before an hour that the clock skips': ['2026-03-28T12:00:00Z', vienna({ sun: [['02:00', '03:00']] }), false, '2026-04-05T00:00:00.000Z'],
    'on a weekday before 1970': ['1969-07-16T20:00:00Z', office, false, '1969-07-17T08:00:00.000Z'],
    'on a date long past': ['2001-09-10T08:30:00Z', office, true, '2001-09-10T08:30:00.000Z'],
    'around the clock': ['2026-11-22T03:00:00Z', alwaysOpen, true, '2026-11-22T03:00:00.000Z'],
  };

  it.each(Object.entries(opening))('agree %s', (_, [at, calendar, open, next]) => {
    expect(isOpen(at, calendar)).toBe(open);
    expect(nextOpening(at, calendar)).toBe(next);
  });
});

describe('closingAt', () => {
  const at = (week: Calendar['week'], instant: string, holidays: string[] = []) =>
    closingAt(instant, { timeZone: 'UTC', week, holidays });

  it.each([
    {
      name: 'in the middle of the day',
      week: weekdays(day),
      now: '2026-11-20T10:00:00.000Z',
      to: '2026-11-20T17:00:00.000Z',
    },
    {
      name: 'at opening',
      week: weekdays(day),
      now: '2026-11-20T09:00:00.000Z',
      to: '2026-11-20T17:00:00.000Z',
    },
    { name: 'at closing', week: weekdays(day), now: '2026-11-20T17:00:00.000Z' },
    { name: 'at the weekend', week: weekdays(day), now: '2026-11-21T10:00:00.000Z' },
    {
      name: 'before lunch',
      week: weekdays(withLunch),
      now: '2026-11-20T10:00:00.000Z',
      to: '2026-11-20T12:00:00.000Z',
    },
    {
      name: 'across midnight',
      week: { fri: [['22:00', '24:00']] satisfies Ranges, sat: night },
      now: '2026-11-20T23:00:00.000Z',
      to: '2026-11-21T06:00:00.000Z',
    },
    { name: 'always', week: everyDay(allDay), now: '2026-11-20T10:00:00.000Z' },
    {
      name: 'until the next holiday',
      week: everyDay(allDay),
      now: '2026-11-20T10:00:00.000Z',
      holidays: ['2026-11-23'],
      to: '2026-11-23T00:00:00.000Z',
    },
    {
      name: 'until a holiday far away',
      week: everyDay(allDay),
      now: '2026-11-20T10:00:00.000Z',
      holidays: ['2026-12-25'],
    },
  ])('$name: $to', ({ week, now, holidays, to }) => {
    expect(at(week, now, holidays)).toBe(to);
  });
});

describe('the zone of the process', () => {
  it('changes no answer', async () => {
    const source = new URL('../../../functions/domain/business-time.ts', import.meta.url);
    const rows = Object.values(due);
    const program = `
      const { deadline, elapsed, isOpen } = await import(${JSON.stringify(source.href)});
      const rows = ${JSON.stringify(rows)};
      console.log(new Date(0).getHours(), JSON.stringify(rows.map(([start, seconds, calendar, due]) =>
        [deadline(start, seconds, calendar), elapsed(start, due, calendar), isOpen(start, calendar)])));`;
    const answers = await Promise.all(
      ['UTC', 'Asia/Kolkata', 'America/New_York'].map(async (TZ) => {
        const options = { env: { ...process.env, TZ } };
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--input-type=module', '--eval', program],
          options,
        );
        const [, hour, answer] = /^(\d+) (.*)\n$/.exec(stdout) ?? [];
        return { hour, answer };
      }),
    );

    expect(answers.map(({ hour }) => hour)).toEqual(['0', '5', '19']);
    const here = rows.map(([start, seconds, calendar, end]) => [end, seconds, isOpen(start, calendar)]);
    for (const { answer } of answers) expect(answer).toBe(JSON.stringify(here));
  });
});
