import type { Access, LookOutcome, Order } from '../sending.ts';
import type { Failure } from './outcome.ts';
import { refusals } from './refusals.ts';

const SECOND = 1000;

/** Clocks may differ by this much, in milliseconds; Graph tells times in whole seconds. */
const SLACK = 5 * SECOND;

/**
 * For how long after an attempt it may still come to be, in milliseconds: reads of Graph lag behind, and Meta takes up to 75 s
 * to fetch a film. Not to see it within this time proves nothing.
 */
export const SETTLED_AFTER = { text: 10 * SECOND, media: 90 * SECOND } as const;

/**
 * How far back an earlier try of the same order may lie, in milliseconds, when Facebook refuses this one because of it: all looks
 * after a try take less.
 */
export const EARLIER_TRY = 15 * 60 * SECOND;

/** The earliest instant that something sent at `since` (ISO 8601) may bear on Facebook, in epoch milliseconds. */
export function earliest(since: string): number {
  return Date.parse(since) - SLACK;
}

/** What it means that something is not to be seen. */
export function notSeen({ media }: Order, { now }: Access, since: string): LookOutcome {
  const patience = SETTLED_AFTER[media.length > 0 ? 'media' : 'text'];
  if (now - Date.parse(since) >= patience) return { found: 'no' };
  return { found: 'unknown', refusal: refusals.settling };
}

/** Facebook could not be asked. */
export function notAsked({ refusal }: Failure): LookOutcome {
  return { found: 'unknown', refusal };
}
