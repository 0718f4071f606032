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
  /** What they were when they closed their last page, and are again when they open one; absent while they say it themselves. */
  left: z.optional(PresenceState),
  /** Since when it is so. */
  since: z.string(),
  /** Counts writes. */
  version: z.number(),
});
export type Presence = z.infer<typeof Presence>;

/** How an agent is there from now on. */
export type Stance = Pick<Presence, 'state' | 'left'>;

/** An agent opened a page of the desk: they are what they were before they left. Undefined when they say themselves what they are. */
export function pageOpened(before: Stance | undefined): Stance | undefined {
  if (!before) return { state: 'online' };
  return before.left && { state: before.left };
}

/** An agent closed their last page. Undefined when that changes nothing. */
export function pagesClosed(before: Stance | undefined): Stance | undefined {
  return before && before.state !== 'offline' ? { state: 'offline', left: before.state } : undefined;
}
