import * as z from 'zod/mini';
import type { Instant } from './instant.ts';

/** What somebody may do, each including those before: an agent answers, a lead steers a team, an admin sets the desk up. */
export const roles = ['agent', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who works at the desk, as known since they last signed in. */
export const DeskAgent = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** Ids of the teams that they answer for; none means that they answer for all. */
  teams: z.array(z.string()),
  email: z.optional(z.string()),
  lastSeenAt: z.string(),
  /** What they say of themselves; absent until they say something. */
  presence: z.optional(z.enum(['online', 'away', 'offline'])),
});
export type DeskAgent = z.infer<typeof DeskAgent>;

/** How exactly it is known when an agent was last seen, in seconds; asking for oneself must not cost a write each time. */
const SEEN_GRAIN = 300;

/** Whether what is known of an agent is worth another write. */
export function isStale(known: DeskAgent | undefined, seen: DeskAgent): boolean {
  if (!known) return true;
  const isOld = Date.parse(seen.lastSeenAt) - Date.parse(known.lastSeenAt) >= SEEN_GRAIN * 1000;
  const isSame =
    known.name === seen.name &&
    known.role === seen.role &&
    known.email === seen.email &&
    known.teams.join() === seen.teams.join();
  return isOld || !isSame;
}

/** Whether an agent is there: what they say, and else whether they were seen a moment ago. */
export function presenceOf({ presence, lastSeenAt }: DeskAgent, now: Instant): 'online' | 'away' | 'offline' {
  if (presence !== undefined) return presence;
  return Date.parse(now) - Date.parse(lastSeenAt) < 2 * SEEN_GRAIN * 1000 ? 'online' : 'offline';
}
