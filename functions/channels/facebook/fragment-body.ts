import * as z from 'zod/mini';

/**
 * What `split` hands to `parse` by way of the queue: one element of a delivery as Meta wrote it, the array that it stood in, and
 * what it needs of the entry around it. `entry` is an entry with none of the arrays that we know, as a whole.
 */
export const FragmentBody = z.object({
  source: z.enum(['changes', 'messaging', 'standby', 'entry']),
  /** Page id. */
  page: z.string(),
  /** The entry's own instant: seconds with `changes`, milliseconds with `messaging` and `standby`. */
  time: z.optional(z.number()),
  event: z.unknown(),
});
export type FragmentBody = z.infer<typeof FragmentBody>;
