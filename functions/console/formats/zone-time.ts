import { deviceZone } from './local-field.ts';

/*
 * Times by the clock of another zone than this device's. A wall time is what a field for day and hour holds: `2026-11-28T16:45`.
 */

const DAY = 86_400_000;

/** What the clocks of a zone show at an instant, as a field for day and hour holds it; empty for no instant. */
export function wallTime(at: string | undefined, timeZone: string): string {
  const date = new Date(at ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant at which the clocks of a zone show a wall time; undefined for what is none. A time that they show twice means the first
 * one; one that they skip means as long after the jump as it lies after the beginning of the gap.
 */
export function instantAt(wall: string, timeZone: string): string | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return undefined;
  // The two offsets that the zone may have around that time: before and after a change of its clocks.
  const [before, after] = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetAt(near, timeZone));
  const instants = [before ?? asUtc, after ?? asUtc].map((epoch) => new Date(epoch).toISOString());
  return instants.find((instant) => wallTime(instant, timeZone) === wall) ?? instants[0];
}

/** By how many milliseconds the clocks of a zone are ahead of UTC. */
function offsetAt(epoch: number, timeZone: string): number {
  const minute = Math.floor(epoch / 60_000) * 60_000;
  return Date.parse(`${wallTime(new Date(minute).toISOString(), timeZone)}Z`) - minute;
}

/** The city that a zone is named after: `Madrid`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** A day and an hour by the clock of a zone, with its city: `Fri 27 Nov, 18:45 Madrid`. */
export function timeIn(at: string, timeZone: string, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  });
  return `${format.format(new Date(at))} ${cityOf(timeZone)}`;
}

/** The same by the clock of a zone and, where that shows another time, by that of this device. */
export function timesIn(at: string, timeZone: string, device = deviceZone(), locale?: string): string[] {
  const there = timeIn(at, timeZone, locale);
  return wallTime(at, timeZone) === wallTime(at, device) ? [there] : [there, timeIn(at, device, locale)];
}
