import * as z from 'zod/mini';
import { Clock } from './clock-schema.ts';

/** Something that a reply of ours promised, and its clock: running until it is kept, broken once its time has passed. */
export const PromiseMade = z.object({
  /** Unique within its conversation: `p1`, `p2`, … */
  id: z.string(),
  /** The words that promised it. */
  text: z.string(),
  /** Who made it; absent when nobody of the desk is known to have. */
  agentId: z.optional(z.string()),
  /** The message that made it; absent when it was noted by hand. */
  madeIn: z.optional(z.string()),
  /** The message that kept it; absent when somebody said by hand that it was kept. */
  keptIn: z.optional(z.string()),
  clock: Clock,
});
export type PromiseMade = z.infer<typeof PromiseMade>;

/** What somebody promises with a reply or by hand. */
export interface NewPromise {
  text: string;
  /** By when (ISO 8601 UTC). */
  dueAt: string;
}

export type PromiseState = 'running' | 'kept' | 'broken' | 'withdrawn';

/** How a promise stands. What was kept late stays broken, as the customer had to wait. */
export function promiseState({ clock }: PromiseMade, now: string): PromiseState {
  if (clock.state === 'met') return 'kept';
  if (clock.state === 'ended') return 'withdrawn';
  return clock.state === 'breached' || now > clock.dueAt ? 'broken' : 'running';
}
