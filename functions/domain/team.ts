import * as z from 'zod/mini';
import { isTimeZone } from './business-wall-clock.ts';
import { RuleName } from './coach/finding.ts';
import { Duration } from './duration.ts';
import { InboxOrder } from './policy.ts';

const addresses = z.array(z.email('is not a mail address')).check(z.maxLength(50));

/** A team and whom its alerts go to, by role. */
export const Team = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  recipients: z.object({ team: addresses, lead: addresses, admin: addresses }),
  /** Ids of its agents, beside those whose group binds them to it. */
  members: z.optional(z.array(z.string()).check(z.maxLength(500))),
  /** How exactly the team's inbox keeps to the order of deadlines; a quarter of an hour unless said. */
  order: z.optional(InboxOrder),
  /** Where its days begin and end: what "tomorrow" means in a promise. That of its policy's opening hours unless said. */
  timeZone: z.optional(z.string().check(z.refine(isTimeZone, { error: 'is no time zone of the IANA list' }))),
  /** Findings of the coach with which an answer of an agent waits for a lead's consent. */
  approval: z.optional(z.array(RuleName)),
  /** How long after an answer began to wait for that its leads are told again, each time once; after half an hour and two unless said. */
  approvalReminders: z.optional(z.array(Duration).check(z.maxLength(5))),
});
export type Team = z.infer<typeof Team>;

/** All teams of the desk. */
export const TeamBook = z.object({ teams: z.array(Team).check(z.maxLength(500)) });
export type TeamBook = z.infer<typeof TeamBook>;

/** After so long a team's leads are told again that an answer waits for them, unless it says otherwise. */
export const APPROVAL_REMINDERS: readonly Duration[] = ['PT30M', 'PT2H'];

/** The team that conversations go to until routing says otherwise. */
export const FIRST_TEAM = 'support';

/** The mail addresses that a step's recipient stands for: a role of the team, or an address as it is. */
export function addressesOf(to: string, recipients: Team['recipients']): string[] {
  if (to === 'team' || to === 'lead' || to === 'admin') return recipients[to];
  return [to];
}
