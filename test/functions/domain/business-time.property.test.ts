import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  Calendar,
  deadline,
  elapsed,
  isOpen,
  nextOpening,
} from '../../../functions/domain/business-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const zones = [
  'UTC',
  'Europe/Vienna',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Apia',
];

/** Moments at which one of the zones above moves its clocks: by an hour, half of one, a day, at midnight, at 00:01. */
const jumps = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2010-11-07T02:31:00Z',
  '2010-03-14T03:31:00Z',
  '2018-11-04T03:00:00Z',
  '2018-02-18T02:00:00Z',
  '2026-11-01T05:00:00Z',
  '2025-02-23T02:00:00Z',
  '2025-04-06T02:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-04-04T15:00:00Z',
  '2026-03-28T22:00:00Z',
  '2018-05-04T15:00:00Z',
  '2011-12-30T10:00:00Z',
].map((jump) => Date.parse(jump));

const iso = (epoch: number) => new Date(epoch).toISOString();
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const epoch = fc.oneof(
  fc.integer({ min: Date.parse('2005-01-01'), max: Date.parse('2035-01-01') }),
  fc
    .tuple(fc.constantFrom(...jumps), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([jump, offset]) => jump + offset),
);
const milliseconds = fc.oneof(fc.integer({ min: 0, max: 8 * HOUR }), fc.integer({ min: 0, max: 30 * DAY }));

/** Up to five ranges a day, often inside the small hours in which clocks change; either apart or touching. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 1440 }),
  fc.integer({ min: 0, max: 12 }).map((quarters) => quarters * 15),
);
const ranges = fc.tuple(fc.uniqueArray(minute, { maxLength: 6 }), fc.boolean()).map(([minutes, touching]) => {
  const cuts = minutes.sort((a, b) => a - b);
  return cuts.flatMap((from, i): [string, string][] => {
    const to = cuts[i + 1];
    return to !== undefined && (touching || i % 2 === 0) ? [[time(from), time(to)]] : [];
  });
});

const calendarAround = (anchor: number) =>
  fc
    .record({
      timeZone: fc.constantFrom(...zones),
      week: fc.record({
        mon: ranges,
        tue: ranges,
        wed: ranges,
        thu: ranges,
        fri: ranges,
        sat: ranges,
        sun: ranges,
      }),
      holidays: fc
        .uniqueArray(fc.integer({ min: -5, max: 40 }), { maxLength: 20 })
        .map((days) => days.map((day) => iso(anchor + day * DAY).slice(0, 10))),
    })
    .filter(({ week }) => Object.values(week).some((day) => day.length > 0))
    .map((calendar) => Calendar.parse(calendar));

const situation = epoch.chain((start) =>
  fc.record({ start: fc.constant(start), calendar: calendarAround(start) }),
);

describe('on any calendar in any zone', () => {
  it('what has passed by the deadline is the target, and a millisecond earlier it is not', () => {
    fc.assert(
      fc.property(situation, milliseconds, ({ start, calendar }, target) => {
        const due = deadline(iso(start), target / 1000, calendar);
        expect(elapsed(iso(start), due, calendar)).toBe(target / 1000);
        if (target === 0) expect(due).toBe(iso(start));
        else expect(elapsed(iso(start), iso(Date.parse(due) - 1), calendar)).toBe((target - 1) / 1000);
      }),
    );
  });

  it('two targets one after the other are due when their sum is', () => {
    fc.assert(
      fc.property(situation, milliseconds, milliseconds, ({ start, calendar }, a, b) => {
        const both = deadline(deadline(iso(start), a / 1000, calendar), b / 1000, calendar);
        expect(both).toBe(deadline(iso(start), (a + b) / 1000, calendar));
      }),
    );
  });

  it('a later start or a longer target is never due earlier', () => {
    fc.assert(
      fc.property(
        situation,
        milliseconds,
        milliseconds,
        milliseconds,
        ({ start, calendar }, target, later, longer) => {
          const due = deadline(iso(start), target / 1000, calendar);
          expect(deadline(iso(start + later), target / 1000, calendar) >= due).toBe(true);
          expect(deadline(iso(start), (target + longer) / 1000, calendar) >= due).toBe(true);
        },
      ),
    );
  });

  it('elapsed time adds up over any three instants, and never exceeds real time', () => {
    const apart = fc.integer({ min: -20 * DAY, max: 20 * DAY });
    fc.assert(
      fc.property(situation, apart, apart, ({ start, calendar }, toB, toC) => {
        const count = (from: number, to: number) => Math.round(1000 * elapsed(iso(from), iso(to), calendar));
        const [a, b, c] = [start, start + toB, start + toC];
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
        expect(count(a, b) * Math.sign(toB)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(count(a, b))).toBeLessThanOrEqual(Math.abs(toB));
      }),
    );
  });

  it('nothing passes before the next opening, and time passes from then on', () => {
    fc.assert(
      fc.property(situation, ({ start, calendar }) => {
        const opens = nextOpening(iso(start), calendar);
        expect(isOpen(opens, calendar)).toBe(true);
        expect(isOpen(iso(start), calendar)).toBe(opens === iso(start));
        expect(elapsed(iso(start), opens, calendar)).toBe(0);
        expect(elapsed(opens, iso(Date.parse(opens) + 1), calendar)).toBe(0.001);
      }),
    );
  });

  it('around the clock is the same in every zone', () => {
    fc.assert(
      fc.property(epoch, milliseconds, fc.constantFrom(...zones), (start, target, timeZone) => {
        const holidays = [iso(start - 400 * DAY).slice(0, 10)];
        const due = iso(start + target);
        expect(deadline(iso(start), target / 1000, { ...alwaysOpen, timeZone })).toBe(due);
        // A holiday long past takes the calendar off its short cut and must change nothing.
        expect(deadline(iso(start), target / 1000, { ...alwaysOpen, timeZone, holidays })).toBe(due);
      }),
    );
  });
});

describe('against the clock on the wall', () => {
  const clocks = new Map(
    zones.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    ]),
  );

  /** What the clock shows, "2026-11-20 10:15", as the minutes since 1970 that this would be in UTC. */
  const shown = (at: number, timeZone: string) =>
    Date.parse(`${clocks.get(timeZone)?.format(at).replace(' ', 'T')}Z`) / MINUTE;

  const weekdays = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;
  const opensAt = (wallMinute: number, { week, holidays }: Calendar) => {
    const day = Math.floor(wallMinute / 1440);
    const name = weekdays[day % 7];
    const now = time(wallMinute - day * 1440);
    const open = name ? (week[name] ?? []).some(([from, to]) => from <= now && now < to) : false;
    return open && !holidays.includes(iso(day * DAY).slice(0, 10));
  };

  it('every minute counts exactly if the latest time shown so far lies within opening hours', () => {
    // The latest time shown so far stands still in a repeated hour and leaps over a skipped one: the rule, restated
    // without knowing a single offset. Zones of the last decades change on full minutes, so minutes are exact.
    const near = fc.constantFrom(...jumps).chain((jump) =>
      fc.record({
        start: fc.integer({ min: -900, max: 300 }).map((minutes) => jump + minutes * MINUTE),
        calendar: calendarAround(jump),
      }),
    );
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 1200 }), ({ start, calendar }, minutes) => {
        let latest = Number.NEGATIVE_INFINITY;
        let open = 0;
        for (let minute = -1500; minute < minutes; minute += 1) {
          latest = Math.max(latest, shown(start + minute * MINUTE, calendar.timeZone));
          if (minute >= 0 && opensAt(latest, calendar)) open += 1;
        }
        expect(elapsed(iso(start), iso(start + minutes * MINUTE), calendar)).toBe(open * 60);
      }),
      { numRuns: 60 },
    );
  });
});
