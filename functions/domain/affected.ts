import * as z from 'zod/mini';

/** Whether a conversation belongs to an incident: proposed with reasons, then accepted or rejected by somebody. */
export const Affected = z.object({
  incidentId: z.string(),
  conversationId: z.string(),
  state: z.enum(['proposed', 'accepted', 'rejected']),
  /** Why it may belong to it, one sentence each. */
  reasons: z.array(z.string()),
  proposedAt: z.string(),
  /** When the person first wrote about it, by the platform's time. */
  reportedAt: z.string(),
  decidedAt: z.optional(z.string()),
  decidedBy: z.optional(z.string()),
  /** When the person was first told personally. */
  toldAt: z.optional(z.string()),
});
export type Affected = z.infer<typeof Affected>;
