import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { Refusal } from './refusal.ts';

/** An account of ours on a channel, and how it fares. */
export const Account = z.object({
  channel: ChannelName,
  id: z.string(),
  name: z.optional(z.string()),
  /** `held`: its replies wait, because the platform refuses all of them for a reason that somebody has to mend. */
  state: z.enum(['working', 'held']),
  refusal: z.optional(Refusal),
  heldSince: z.optional(z.string()),
  /** Fingerprint of the token that was refused; a different one in the secret ends the hold. */
  refusedToken: z.optional(z.string()),
  /** When to try again even with the same token, for refusals that pass by themselves. */
  retryAt: z.optional(z.string()),
  lastInboundAt: z.optional(z.string()),
  lastOutboundAt: z.optional(z.string()),
  lastFailureAt: z.optional(z.string()),
  lastFailure: z.optional(Refusal),
  /** How many follow it, as the platform told last, and when it was asked last. */
  followers: z.optional(z.number()),
  followersAskedAt: z.optional(z.string()),
  version: z.number(),
});
export type Account = z.infer<typeof Account>;
