import * as z from 'zod/mini';
import type { Instant } from './instant.ts';

/** The speed of a post when the lead was told of it: likes, shares and replies a minute, there and usually. */
export const Crowd = z.object({ perMinute: z.number(), usual: z.number(), at: z.string() });
export type Crowd = z.infer<typeof Crowd>;

/** What happened to a post within one minute of the platform's time. */
export interface PaceMinute {
  /** The instant at which the minute begins. */
  minute: Instant;
  likes: number;
  shares: number;
  replies: number;
}

/** How a post fares: its latest minutes, since when there is something to count, and what is usual for the account's posts. */
export interface Pace {
  minutes: readonly PaceMinute[];
  /** When the post was made; that of the first thing that was counted where nobody tells. */
  since: Instant;
  usual: number;
  /** What the lead was told last, if anything. */
  told?: Crowd | undefined;
}

/** The numbers that the lead is told. */
export interface CrowdForming {
  crowd: Crowd;
  /** How many minutes were counted. */
  window: number;
  /** How old the post is, in whole minutes. */
  age: number;
  likes: number;
  shares: number;
  replies: number;
}

const MINUTE = 60_000;
/** Over how many minutes speed is measured: shorter, and every burst would be a crowd. */
export const CROWD_WINDOW = 10;
/** Fewer things than this within the window are no crowd, however quiet the account is. */
const FEWEST = 20;
/** By how many times the usual speed has to be exceeded. */
const FORMING = 3;
/** A post draws most of what it ever draws in its first hour, so twice as much is usual then. */
const YOUNG = { minutes: 60, factor: 2 };
/** After the first word, only a crowd that has grown tenfold is news. */
const GROWN = 10;

/** What is usual until an account has been seen at work. */
export const USUAL_AT_FIRST = 1;
/** How quickly the usual speed follows what is seen, as a share. */
const LEARNING = 0.02;
/** One minute counts at most as this many usual ones, so that a crowd does not make itself usual. */
const MOST_LEARNT = 2;

/** Whether a crowd forms around a post, or has grown tenfold since the lead was told; undefined when there is nothing to tell. */
export function crowdOf({ minutes, since, usual, told }: Pace, now: Instant): CrowdForming | undefined {
  const age = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / MINUTE));
  const window = Math.min(CROWD_WINDOW, Math.max(1, age));
  const from = Date.parse(now) - window * MINUTE;
  const counted = minutes.filter(({ minute }) => Date.parse(minute) > from - MINUTE && minute <= now);
  const sum = (sort: 'likes' | 'shares' | 'replies') =>
    Math.max(
      0,
      counted.reduce((total, one) => total + one[sort], 0),
    );
  const [likes, shares, replies] = [sum('likes'), sum('shares'), sum('replies')];
  const count = likes + shares + replies;
  const perMinute = rounded(count / window);
  const expected = usual * (age < YOUNG.minutes ? YOUNG.factor : 1);
  if (count < FEWEST || perMinute < expected * FORMING) return undefined;
  if (told && perMinute < told.perMinute * GROWN) return undefined;
  return { crowd: { perMinute, usual: rounded(usual), at: now }, window, age, likes, shares, replies };
}

/** The usual speed after one more minute in which something happened to a post of the account. */
export function learnUsual(usual: number, seen: number): number {
  return usual + LEARNING * (Math.min(seen, usual * MOST_LEARNT) - usual);
}

/** By how many times a crowd was faster than what is usual. */
export function timesUsual({ perMinute, usual }: Crowd): number {
  return perMinute / Math.max(usual, 0.1);
}

/** The instant at which the minute of another begins. */
export function minuteOf(at: Instant): Instant {
  return new Date(Math.floor(Date.parse(at) / MINUTE) * MINUTE).toISOString();
}

function rounded(speed: number): number {
  return Math.round(speed * 10) / 10;
}
