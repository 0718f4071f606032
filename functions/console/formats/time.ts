import { clock as words } from '../words/inbox.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long something takes or took, in its largest unit or two: `45s`, `12m`, `1h 5m`, `3 days`. */
export function spell(seconds: number, locale?: string): string {
  const rest = Math.max(0, Math.round(seconds));
  if (rest < MINUTE) return unit(rest, 'second', locale);
  if (rest < HOUR) return unit(Math.floor(rest / MINUTE), 'minute', locale);
  if (rest < DAY) return pair(rest, HOUR, 'hour', MINUTE, 'minute', locale);
  if (rest < 3 * DAY) return pair(rest, DAY, 'day', HOUR, 'hour', locale);
  return unit(Math.floor(rest / DAY), 'day', locale);
}

type Unit = 'second' | 'minute' | 'hour' | 'day';

function pair(
  seconds: number,
  large: number,
  largeUnit: Unit,
  small: number,
  smallUnit: Unit,
  locale: string | undefined,
): string {
  const whole = Math.floor(seconds / large);
  const part = Math.floor((seconds - whole * large) / small);
  return part === 0
    ? unit(whole, largeUnit, locale)
    : `${unit(whole, largeUnit, locale)} ${unit(part, smallUnit, locale)}`;
}

const kept = new Map<string, Intl.NumberFormat>();

function unit(value: number, name: Unit, locale: string | undefined): string {
  const key = `${locale ?? ''} ${name}`;
  // Making a format takes far longer than using it, and a list has dozens of clocks.
  const format =
    kept.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'day' ? 'long' : 'narrow',
    });
  kept.set(key, format);
  return format.format(value);
}

/** Seconds from one instant to another. */
export const secondsTo = (at: string, now: number): number => (Date.parse(at) - now) / 1000;

const exactFormats = new Map<string, Intl.DateTimeFormat>();

function exactFormat(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale ?? ''} ${JSON.stringify(options)}`;
  const format = exactFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  exactFormats.set(key, format);
  return format;
}

/** The exact instant, for whoever points at a relative one. */
export function exactTime(at: string, locale?: string): string {
  return exactFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(at));
}

/** When something is or was, short: the hour today, the day within a year, else the date. */
export function shortTime(at: string, now: number, locale?: string): string {
  const then = new Date(at);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString())
    return exactFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(then);
  const options: Intl.DateTimeFormatOptions =
    Math.abs(now - then.getTime()) < 330 * DAY * 1000
      ? { month: 'short', day: 'numeric' }
      : { year: 'numeric', month: 'short', day: 'numeric' };
  return exactFormat(locale, options).format(then);
}

/** A day and an hour, for what is planned. */
export function dayAndHour(at: string, locale?: string): string {
  return exactFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
}

/** A sentence of the desk with its instants as this device would write them. */
export function withTimes(sentence: string, locale?: string): string {
  return sentence.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => dayAndHour(at, locale));
}

/** The day of an instant, as a heading over what was said on it. */
export function dayOf(at: string, locale?: string): string {
  return exactFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(at));
}

/** How long ago, in words: `now`, `5m`, `2h`, then a date. */
export function agoWords(at: string, now: number, locale?: string): string {
  const seconds = -secondsTo(at, now);
  if (seconds < 45) return words.now;
  if (seconds < HOUR) return unit(Math.max(1, Math.round(seconds / MINUTE)), 'minute', locale);
  if (seconds < DAY) return unit(Math.floor(seconds / HOUR), 'hour', locale);
  return shortTime(at, now, locale);
}
