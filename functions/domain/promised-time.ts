import { casual } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './business-calendar.ts';
import type { Instant } from './instant.ts';
import {
  addWorkingDays,
  atTime,
  closeOfDay,
  type Day,
  dayFrom,
  dayOf,
  endOfDay,
  lastWorkingDayOfWeek,
} from './zoned-day.ts';

/** What "tomorrow" and "the end of the day" are counted from. */
export interface Present {
  at: Instant;
  /** The team's. */
  timeZone: string;
  /** The team's opening hours; a day's work ends when they do. */
  calendar?: Calendar | undefined;
}

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `(?:\\d{1,3}(?:\\.\\d)?|an?|${NUMBERS.join('|')}|a couple(?: of)?|half an?|the(?: next)?)`;
const UNIT =
  '(?<unit>min(?:ute)?s?|h(?:ou)?rs?|h|(?:business |working |work |week)?days?|weeks?|fortnights?|months?)';
const SPAN = `(?:${COUNT}\\s*(?:-|to|or)\\s*)?(?<count>${COUNT})\\s*${UNIT}(?<half> and a half)?`;
/** "Within two hours", "in the next 30 minutes", "2 hours from now", "give me until an hour from now". */
const DURATION = new RegExp(
  `\\b(?:with ?in|in|inside|after|give (?:me|us))\\s+(?:about |around |roughly |approximately |less than |under |at most |no more than |max(?:imum)? |the next |the (?:following|coming) )*${SPAN}\\b(?! of (?:receiv|order|deliver|purchas))`,
  'iu',
);
const FROM_NOW = new RegExp(
  `\\b${SPAN}\\s+(?:from now|at (?:the )?(?:most|latest)|max(?:imum)?|tops)\\b`,
  'iu',
);

const DAY_END =
  /\b(?:(?:the )?(?:very )?end of (?:the |this |my |our |your |to)?(?:(?:business|working|work) )?(?:day|shift|play|business)|end of (?:today|tomorrow|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|eod|eob|cob|close of (?:business|play|day)|before (?:we|I) (?:close|leave|finish|go home)|before closing(?: time)?)\b/iu;
const BUSINESS_END = /\b(?:eob|cob|close of (?:business|play)|end of (?:the )?business day)\b/iu;
const WEEK_END =
  /\b(?:end of (?:the|this) (?:working |business )?week|eow|this week|(?:before|by) the weekend)\b/iu;
const MONTH_END = /\b(?:end of (?:the|this) month|this month)\b/iu;
const NEXT_WEEK =
  /\b(?<part>early |the start of |the beginning of |mid |the middle of |late |the end of )?next week\b/iu;
const NEXT_MONTH = /\bnext month\b/iu;
const WEEKEND = /\b(?:over|during|on|at|this) (?:the )?weekend\b/iu;

/** Parts of a day as people mean them when they promise: by when that part is over. */
const DAY_PARTS: [RegExp, number][] = [
  [/\bfirst thing\b/iu, 10],
  [/\bmorning\b/iu, 12],
  [/\b(?:noon|midday)\b/iu, 12],
  [/\blunch(?: ?time)?\b/iu, 13],
  [/\bafternoon\b/iu, 18],
  [/\bevening\b/iu, 22],
];
const NIGHT = /\b(?:tonight|midnight)\b/iu;

/** "By 5", "before 3 today": an hour without am or pm, where a number alone can be nothing else. */
const BARE_HOUR =
  /\b(?:by|before|until|till|at|around)\s+(?<hour>\d{1,2})(?=\s*(?:$|[.,;!)]|o'?clock|sharp|today|tomorrow|tonight|on|this|at the latest|latest|and|this|in the|\())/iu;
const HALF_HOUR = /\b(?<which>half past|half|quarter past|quarter to)\s+(?<hour>\d{1,2}|[a-z]+)\b/iu;
const HOUR_WORD = new RegExp(
  `\\b(?:by|before|until|till|at|around)\\s+(?<hour>${NUMBERS.join('|')})(?=\\s*(?:$|[.,;!)]|o'?clock|today|tomorrow|this|on|at the latest|sharp))`,
  'iu',
);
const DAY_OF_MONTH = /\b(?:by|on|before|until|till)\s+the\s+(?<day>\d{1,2})(?:st|nd|rd|th)\b/iu;
/** The day or time of something that is talked about, not of what is promised. */
const OF_A_THING =
  /\b(?:booking|order|reservation|flight|appointment|delivery|message|e-?mail|tweet|post|visit|stay|trip|train|bus|call|invoice|bill|payment|charge|purchase|meeting|event|class|parcel|package|shift|ticket|show|dinner|lunch|rental|experience|complaint)s?(?: number)?(?: [#\w]*\d\w*)? (?:on|of|from(?! me| us| our| my| the team)|for|at|dated|scheduled for|that was due|due)(?: the| last| this| next)? [^,;]*?(?=,|;| and | to | then | but | or |$)/giu;
const A_TIMED_THING =
  /\b(?:your|the|our|his|her|an?) (?:\d{1,2}(?::\d\d)? ?(?:am|pm)?|morning|afternoon|evening|\w+day) (?:flight|train|bus|booking|reservation|appointment|slot|delivery|show|class|meeting|session|table|order|shift)s?\b/giu;
/** Words that chrono takes for dates and people mostly do not. */
const FALSE_DATES =
  /^(?:sat|sun|mar|may|march|now|second|sec|mon|wed|the (?:second|minute|hour|day|week|month|year)|(?:the )?end of .*)$/iu;

/**
 * By when something is promised, in the words of a promise; undefined when they name no time. What is vague ("soon", "in a few
 * minutes") is no time. A day alone means its end, and part of a day the end of that part, as the customer would read it.
 */
export function promisedTime(words: string, present: Present): Instant | undefined {
  const text = words.replace(OF_A_THING, ' ').replace(A_TIMED_THING, ' ');
  const due = durationIn(text, present) ?? pointIn(text, present);
  return due !== undefined && due > present.at ? due : undefined;
}

function durationIn(text: string, present: Present): Instant | undefined {
  const match = DURATION.exec(text) ?? FROM_NOW.exec(text);
  const { count, unit, half } = match?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const amount = amountOf(count) + (half ? 0.5 : 0);
  const { at, timeZone, calendar } = present;
  if (/^m(?:in|$)/i.test(unit)) return after(at, amount * 60_000);
  if (/^h/i.test(unit)) return after(at, amount * 3_600_000);
  const today = dayOf(at, timeZone);
  if (/^(?:business|work|week\s?day)/i.test(unit))
    return closeOfDay(addWorkingDays(today, Math.ceil(amount), calendar), timeZone, { calendar, after: at });
  if (/^d/i.test(unit)) return sameTime(today.add({ days: Math.ceil(amount) }), present);
  if (/^w/i.test(unit)) return sameTime(today.add({ days: Math.ceil(amount * 7) }), present);
  if (/^f/i.test(unit)) return sameTime(today.add({ days: Math.ceil(amount * 14) }), present);
  return sameTime(today.add({ months: Math.ceil(amount) }), present);
}

function amountOf(count: string): number {
  const word = count.toLowerCase();
  if (word.startsWith('half')) return 0.5;
  if (word.startsWith('a couple')) return 2;
  const named = NUMBERS.indexOf(word);
  if (named >= 0) return named + 1;
  const digits = Number(word);
  return Number.isNaN(digits) ? 1 : digits;
}

function after(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** The same hour of another day, whatever the clocks did in between. */
function sameTime(day: Day, { at, timeZone }: Present): Instant {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return atTime(day, now.hour, now.minute, timeZone);
}

/** A day and perhaps an hour of it, as the words have them. */
function pointIn(text: string, present: Present): Instant | undefined {
  const { at, timeZone, calendar } = present;
  const today = dayOf(at, timeZone);
  const dated = datesIn(text, present);
  if (dated.exact !== undefined) return dated.exact;
  const stretch = stretchIn(text, today, present);
  if (stretch) return closeOfDay(stretch, timeZone, { calendar, after: at });
  const named = dayNamed(text, today) ?? dated.day ?? dayOfMonth(text, today);
  const hour = BUSINESS_END.test(text) && !calendar ? { hour: 17, minute: 0 } : undefined;
  if (hour === undefined && DAY_END.test(text))
    return closeOfDay(named ?? today, timeZone, { calendar, after: at });
  const time = hour ?? dated.time ?? bareHourIn(text) ?? partOfDayIn(text);
  if (time) return timeOn(named, time, present);
  if (NIGHT.test(text)) return endOfDay(named ?? today, timeZone);
  return named && closeOfDay(named, timeZone, { calendar, after: at });
}

interface TimeOfDay {
  hour: number;
  minute: number;
  /** It may be meant in the afternoon as well as in the morning. */
  ambiguous?: boolean;
}

/** A time of a named day; without one, the next time that the clock shows it. */
function timeOn(named: Day | undefined, time: TimeOfDay, { at, timeZone }: Present): Instant {
  const today = dayOf(at, timeZone);
  const { hour, minute, ambiguous } = time;
  // Few are at work before eight, so "at 3" is the afternoon.
  const likely = ambiguous && hour < 8 ? hour + 12 : hour;
  const due = atTime(named ?? today, likely, minute, timeZone);
  if (due > at) return due;
  if (ambiguous && likely < 12) {
    const afternoon = atTime(named ?? today, likely + 12, minute, timeZone);
    if (afternoon > at) return afternoon;
  }
  return named ? due : atTime(today.add({ days: 1 }), likely, minute, timeZone);
}

/** Stretches of days: the day on which they are over. */
function stretchIn(text: string, today: Day, { calendar }: Present): Day | undefined {
  const next = NEXT_WEEK.exec(text);
  if (next) {
    const monday = today.add({ days: 8 - today.dayOfWeek });
    const part = next.groups?.part?.trim().toLowerCase() ?? '';
    if (/early|start|beginning/.test(part)) return monday.add({ days: 1 });
    return /mid/.test(part) ? monday.add({ days: 2 }) : lastWorkingDayOfWeek(monday, calendar);
  }
  if (WEEK_END.test(text)) return lastWorkingDayOfWeek(today, calendar);
  if (WEEKEND.test(text)) return today.add({ days: 7 - today.dayOfWeek });
  if (NEXT_MONTH.test(text)) return lastOfMonth(today.add({ months: 1 }));
  return MONTH_END.test(text) ? lastOfMonth(today) : undefined;
}

function lastOfMonth(day: Day): Day {
  return day.with({ day: day.daysInMonth });
}

function dayNamed(text: string, today: Day): Day | undefined {
  if (/\bday after (?:tomorrow|tmrw)\b/iu.test(text)) return today.add({ days: 2 });
  if (/\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|2moro)\b/iu.test(text))
    return today.add({ days: 1 });
  return /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/iu.test(text) ? today : undefined;
}

function dayOfMonth(text: string, today: Day): Day | undefined {
  const day = Number(DAY_OF_MONTH.exec(text)?.groups?.day);
  if (!(day >= 1 && day <= 31)) return undefined;
  const inMonth = day > today.day ? today : today.add({ months: 1 });
  return dayFrom(inMonth.year, inMonth.month, day);
}

function bareHourIn(text: string): TimeOfDay | undefined {
  const half = HALF_HOUR.exec(text)?.groups;
  if (half?.hour !== undefined) return halfHour(half.which ?? '', numberOf(half.hour));
  const word = (BARE_HOUR.exec(text) ?? HOUR_WORD.exec(text))?.groups?.hour;
  const hour = word === undefined ? 0 : numberOf(word);
  return hour >= 1 && hour <= 23 ? { hour, minute: 0, ambiguous: hour <= 12 } : undefined;
}

function halfHour(which: string, hour: number): TimeOfDay | undefined {
  if (!(hour >= 1 && hour <= 12)) return undefined;
  if (/to$/i.test(which)) return { hour: hour === 1 ? 12 : hour - 1, minute: 45, ambiguous: true };
  return { hour, minute: /quarter/i.test(which) ? 15 : 30, ambiguous: true };
}

function numberOf(word: string): number {
  const named = NUMBERS.indexOf(word.toLowerCase());
  return named >= 0 ? named + 1 : Number(word);
}

function partOfDayIn(text: string): TimeOfDay | undefined {
  const [, hour] = DAY_PARTS.find(([words]) => words.test(text)) ?? [];
  return hour === undefined ? undefined : { hour, minute: 0 };
}

/** What chrono reads of dates and times of day; the zone's rules are applied here, as chrono knows only offsets. */
function datesIn(text: string, { at, timeZone }: Present): { exact?: Instant; day?: Day; time?: TimeOfDay } {
  const instant = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const reference = { instant: new Date(at), timezone: instant.offsetNanoseconds / 60_000_000_000 };
  const results = casual
    .parse(text, reference, { forwardDate: true })
    .filter(
      (result) =>
        !FALSE_DATES.test(result.text) && !/\b(?:ago|last|yesterday|few|several|some)\b/iu.test(result.text),
    );
  // "5pm EST"; what chrono reckons from now has an offset too, but no name of one.
  const zoned = results.find(
    ({ start, text: words }) =>
      start.isCertain('timezoneOffset') && /(?:[A-Z]{2,4}|[+-]\d{1,4})$/.test(words),
  );
  if (zoned) return { exact: zoned.start.date().toISOString() };
  const dated = results.find(({ start }) => start.isCertain('day') || start.isCertain('weekday'))?.start;
  const timed = results.find(({ start }) => start.isCertain('hour'))?.start;
  const today = instant.toPlainDate();
  const day = dated && dayFrom(dated.get('year') ?? 0, dated.get('month') ?? 0, dated.get('day') ?? 0);
  const hour = timed?.get('hour');
  return {
    // "On Monday", said on a Monday, is a week away.
    ...(day && { day: dated?.isCertain('weekday') && day.equals(today) ? day.add({ days: 7 }) : day }),
    ...(typeof hour === 'number' && {
      time: {
        hour: hour === 0 && /midnight/iu.test(text) ? 24 : hour,
        minute: timed?.get('minute') ?? 0,
        ambiguous: !timed?.isCertain('meridiem') && hour >= 1 && hour <= 12 && !/noon|midday/iu.test(text),
      },
    }),
  };
}
