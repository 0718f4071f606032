/**
 * X writes instants in four ways: milliseconds as a string or number, ISO 8601, `Fri Nov 20 10:15:00 +0000 2026`, and inside
 * every id. Each function gives ISO 8601 UTC with milliseconds, or undefined when it cannot read what it is given.
 */

/** The instant of events that X sends without any: follows and mutes of the X Activity API. Nobody did anything on X then. */
export const NO_INSTANT = '1970-01-01T00:00:00.000Z';

/** When X's ids begin to count, in epoch milliseconds; an id holds the milliseconds since then above its lowest 22 bits. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657n;
const SNOWFLAKE = /^\d{15,19}$/;

const LAST_MILLISECOND = Date.UTC(9999, 11, 31);
const MILLISECONDS = /^\d{1,15}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const CLASSIC = /^([A-Z][a-z]{2} [A-Z][a-z]{2} \d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/;

/** From epoch milliseconds. */
export function fromMilliseconds(value: string | number | undefined): string | undefined {
  if (value === undefined || !MILLISECONDS.test(String(value))) return undefined;
  return iso(Number(value));
}

/** From a date, cut to the second, as one kind of delivery tells the milliseconds and another does not. */
export function fromDate(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (ISO.test(value)) return iso(toSecond(Date.parse(value)));
  const classic = CLASSIC.exec(value);
  if (classic === null) return undefined;
  const [, day, time, zone, year] = classic;
  return iso(toSecond(Date.parse(`${day} ${year} ${time} GMT${zone}`)));
}

/** From the id of a post or message: when it was made, cut to the second. */
export function fromSnowflake(id: string): string | undefined {
  const made = millisecondsIn(id);
  return made === undefined ? undefined : iso(toSecond(made));
}

/**
 * When a post was made. Dates tell the second; the id, which every kind of delivery carries, holds the milliseconds, so that two
 * posts of one second keep their order and one post has the same instant in all of them. An id that tells another second is not
 * believed.
 */
export function whenMade(id: string, date: string | undefined): string | undefined {
  const told = fromDate(date);
  const held = millisecondsIn(id);
  if (held === undefined) return told;
  return told === undefined || Date.parse(told) === toSecond(held) ? iso(held) : told;
}

function millisecondsIn(id: string): number | undefined {
  return SNOWFLAKE.test(id) ? Number((BigInt(id) >> 22n) + SNOWFLAKE_EPOCH) : undefined;
}

function toSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

function iso(milliseconds: number): string | undefined {
  if (Number.isNaN(milliseconds) || milliseconds > LAST_MILLISECOND) return undefined;
  return new Date(milliseconds).toISOString();
}
