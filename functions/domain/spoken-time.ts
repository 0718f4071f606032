import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant by the clock of a zone, with the city that the zone is named after: `17:00 Madrid`, on another day `Mon 23 Nov, 09:00 Madrid`. */
export function spokenTime(at: Instant, now: Instant, timeZone: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const time = `${there.toPlainTime().toString({ smallestUnit: 'minute' })} ${cityOf(timeZone)}`;
  if (there.toPlainDate().equals(today)) return time;
  return `${WEEKDAYS[there.dayOfWeek - 1]} ${there.day} ${MONTHS[there.month - 1]}, ${time}`;
}

function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
