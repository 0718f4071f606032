import * as z from 'zod/mini';

/** Whether an agent is there. Only who is online is given work; who is away keeps what they have, who is gone for a while does not. */
export const PresenceState = z.enum(['online', 'away', 'offline']);
export type PresenceState = z.infer<typeof PresenceState>;

/** An agent as the desk last saw them, and whether they are there. */
export const Presence = z.object({
  agentId: z.string(),
  name: z.string(),
  /** Teams that the agent is bound to; none means that they answer for all. */
  teams: z.array(z.string()),
  state: PresenceState,
  /** Since when it is so. */
  since: z.string(),
  /** Counts writes. */
  version: z.number(),
});
export type Presence = z.infer<typeof Presence>;
