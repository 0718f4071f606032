import * as z from 'zod/mini';
import { Account } from './settings.ts';

/** How the machinery behind the desk fares. */
export const Health = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.nullish(z.number()),
      inFlight: z.nullish(z.number()),
      deadLetters: z.nullish(z.number()),
    }),
  ),
  dropped: z.array(z.object({ day: z.string(), reason: z.string(), count: z.number() })),
  alertLateness: z.nullish(z.object({ count: z.number(), p50: z.number(), p99: z.number() })),
  accounts: z._default(z.array(Account), []),
});
export type Health = z.infer<typeof Health>;

export const Redriven = z.object({ queue: z.string(), moved: z.number() });

/** What counting the conversations of every view anew found. */
export const Recounted = z.object({
  conversations: z.number(),
  corrected: z.array(z.object({ view: z.string(), was: z.number(), is: z.number() })),
});
