import * as z from 'zod/mini';
import type { Outgoing } from './send-batch.ts';

/** How far ahead things are handed to the due queue, in seconds: a sweep's interval and half of the next. */
export const DUE_HORIZON = 90;

/** The longest that SQS holds a message back, in seconds. */
const LONGEST_DELAY = 900;

/** What travels through the due queue: what to look at as soon as an instant has passed. */
export const DueMessage = z.object({ id: z.string(), dueAt: z.string() });
export type DueMessage = z.infer<typeof DueMessage>;

/**
 * The queue message that arrives as soon as `dueAt` has passed; at once when it has already, and early when that is farther
 * away than SQS holds anything back.
 */
export function dueMessage(due: DueMessage, now: string): Outgoing {
  const remaining = Math.ceil((Date.parse(due.dueAt) + 1 - Date.parse(now)) / 1000);
  return { body: JSON.stringify(due), delay: Math.min(LONGEST_DELAY, Math.max(0, remaining)) };
}

/** The last instant that is handed over now. */
export function dueHorizon(now: string): string {
  return new Date(Date.parse(now) + DUE_HORIZON * 1000).toISOString();
}
