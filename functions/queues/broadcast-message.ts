import * as z from 'zod/mini';
import type { Outgoing } from './send-batch.ts';

/** The longest that SQS holds a message back, in seconds. */
const LONGEST_DELAY = 900;

/** What travels through the queue of broadcasts: one to look after, or one of its recipients, by name, to reach. */
export const BroadcastMessage = z.object({ broadcastId: z.string(), name: z.optional(z.string()) });
export type BroadcastMessage = z.infer<typeof BroadcastMessage>;

/** The queue message; it arrives some seconds later, or as late as SQS can and early. */
export function broadcastMessage(message: BroadcastMessage, seconds = 0): Outgoing {
  const delay = Math.min(LONGEST_DELAY, Math.max(0, Math.ceil(seconds)));
  return { body: JSON.stringify(message), ...(delay > 0 && { delay }) };
}
