import * as z from 'zod/mini';
import { DAY, isTimeZone } from './business-wall-clock.ts';

const MINUTE = 60_000;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

const TimeOfDay = z.string().check(
  z.regex(TIME, {
    error: (issue) => `"${issue.input}" is not a time of day; write hours and minutes, "00:00" to "24:00".`,
  }),
);

const DayRanges = z.array(z.tuple([TimeOfDay, TimeOfDay])).check((ctx) => {
  for (const problem of rangeProblems(ctx.value)) {
    ctx.issues.push({ code: 'custom', input: ctx.value, path: [problem.index], message: problem.message });
  }
});

const Week = z.strictObject(
  {
    mon: z.optional(DayRanges),
    tue: z.optional(DayRanges),
    wed: z.optional(DayRanges),
    thu: z.optional(DayRanges),
    fri: z.optional(DayRanges),
    sat: z.optional(DayRanges),
    sun: z.optional(DayRanges),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `"${keys.join('", "')}" is not a weekday; the week has mon, tue, wed, thu, fri, sat and sun.`
        : 'The week lists ranges by weekday, such as { "mon": [["09:00", "17:00"]] }.',
  },
);

/**
 * Opening hours as a policy states them: a zone of the IANA list, ranges of wall-clock time a weekday ("24:00" may
 * end one; a weekday left out is closed), and dates on which it is closed all day. Hours past midnight are two
 * ranges, one on either day. Ranges may come in any order, but not overlap.
 */
export const Calendar = z.object({
  timeZone: z.string().check(
    z.refine(isTimeZone, {
      error: (issue) =>
        `"${issue.input}" is not a known time zone; write an IANA name such as "Europe/Vienna" or "UTC".`,
    }),
  ),
  week: Week.check(
    z.refine((week) => Object.values(week).some((ranges) => ranges !== undefined && ranges.length > 0), {
      error: 'These hours never open, so nothing could ever fall due; give at least one weekday a range.',
    }),
  ),
  holidays: z._default(
    z.array(
      z.iso.date({
        error: (issue) => `"${issue.input}" is not a date; write one that exists, such as "2026-12-25".`,
      }),
    ),
    [],
  ),
});
export type Calendar = z.infer<typeof Calendar>;

const ALL_DAY: [string, string][] = [['00:00', '24:00']];

/** Around the clock, every day: what a clock runs on when its policy names no hours. */
export const alwaysOpen: Calendar = {
  timeZone: 'UTC',
  week: { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY },
  holidays: [],
};

/** Thrown when time is counted on a calendar without a single opening: the answer would be "never". */
export class CalendarNeverOpens extends RangeError {
  override name = 'CalendarNeverOpens';
  constructor() {
    super(
      'The calendar never opens, so no target on it can ever fall due. Give at least one weekday opening hours.',
    );
  }
}

/** From and to, in milliseconds after midnight on the wall clock. */
export type Range = readonly [from: number, to: number];

/** A calendar made ready for counting. */
export interface Hours {
  readonly timeZone: string;
  /** Seven weekdays, Monday first, each with its ranges in order and touching ones joined. */
  readonly week: readonly (readonly Range[])[];
  /** Days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>;
  /** Open without a gap: counting is plain addition, in any zone. */
  readonly roundTheClock: boolean;
}

/** Prepares a calendar. Throws CalendarNeverOpens, or RangeError for one that the schema would have refused. */
export function hoursOf({ timeZone, week, holidays }: Calendar): Hours {
  const days = [week.mon, week.tue, week.wed, week.thu, week.fri, week.sat, week.sun].map(joinedRanges);
  if (days.every((ranges) => ranges.length === 0)) throw new CalendarNeverOpens();
  return {
    timeZone,
    week: days,
    holidays: new Set(holidays.map(dayOfDate)),
    roundTheClock: holidays.length === 0 && days.every(([first]) => first?.[0] === 0 && first[1] === DAY),
  };
}

function joinedRanges(ranges: readonly (readonly [string, string])[] = []): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of inOrder(ranges)) {
    if (!(from < to))
      throw new RangeError(
        `Opening hours ${JSON.stringify(ranges)} have a range that does not end after it starts.`,
      );
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

function rangeProblems(ranges: readonly (readonly [string, string])[]): { index: number; message: string }[] {
  const ordered = inOrder(ranges);
  return ordered.flatMap(([from, to, index], position) => {
    const text = ranges[index]?.join('–');
    if (from >= to) {
      return {
        index,
        message: `${text} ends before it has begun; for hours past midnight end this day at "24:00" and begin the next at "00:00".`,
      };
    }
    const before = ordered[position - 1];
    if (before && from < before[1]) {
      return {
        index,
        message: `${text} overlaps ${ranges[before[2]]?.join('–')}; make one range of the two.`,
      };
    }
    return [];
  });
}

function inOrder(
  ranges: readonly (readonly [string, string])[],
): [from: number, to: number, index: number][] {
  return ranges
    .map(([from, to], index): [number, number, number] => [millisecondsOf(from), millisecondsOf(to), index])
    .sort((a, b) => a[0] - b[0]);
}

/** NaN for what is not a time of day, which no comparison accepts. */
function millisecondsOf(time: string): number {
  if (!TIME.test(time)) return Number.NaN;
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
}

function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00.000Z`) / DAY;
  if (!Number.isInteger(day))
    throw new RangeError(`"${date}" is not a date; write one such as "2026-12-25".`);
  return day;
}
