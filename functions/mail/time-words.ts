import { spell } from '../domain/deadline-reason.ts';

const MINUTE = 60;
const HOUR = 3600;
/** From here on, in seconds, whole hours are exact enough. */
const TWO_DAYS = 48 * HOUR;

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** An instant for people, such as `Sat 21 Nov, 12:00:05 UTC`; the year is that of the mail. */
export function instantWords(instant: string): string {
  return format.format(new Date(instant));
}

/** Seconds between two instants, negative when the second is the earlier one. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** A span for a sentence, as exact as its length makes sense: `20 seconds`, `2 hours 15 minutes`, `3 days 4 hours`. */
export function spanWords(seconds: number): string {
  return spell(Math.max(1, rounded(seconds)));
}

/** A span for a subject line: `20 s`, `45 min`, `2 h 05 min`, `3 d 4 h`. */
export function spanShort(seconds: number): string {
  const span = rounded(seconds);
  if (span < MINUTE) return `${Math.max(1, span)} s`;
  if (span < HOUR) return `${span / MINUTE} min`;
  const hours = Math.floor(span / HOUR);
  if (span < TWO_DAYS) return `${hours} h ${String((span % HOUR) / MINUTE).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function rounded(seconds: number): number {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) return whole;
  const unit = whole < TWO_DAYS ? MINUTE : HOUR;
  return Math.round(whole / unit) * unit;
}
