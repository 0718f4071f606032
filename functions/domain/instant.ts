import * as z from 'zod/mini';

/**
 * An instant in UTC as `toISOString` writes it, always with milliseconds. Because every instant has the same form, they are
 * compared and sorted as text, in the domain and in the table alike.
 */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = z.infer<typeof Instant>;

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** The earlier of two instants. */
export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** Orders instants from the earliest to the latest. */
export function compareInstants(a: Instant, b: Instant): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
