import * as z from 'zod/mini';
import { alwaysOpen, Calendar } from './business-time.ts';
import { ChannelName } from './channel-name.ts';
import { Duration, durationSeconds } from './duration.ts';
import { Visibility } from './message.ts';

/** How urgent a conversation is to us, beside its clock. */
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

/**
 * How exactly the inbox keeps to the order of deadlines: `clock` to the instant; else those that are due within the same quarter of
 * an hour, hour or day stand by priority.
 */
export const InboxOrder = z.enum(['clock', 'quarter', 'hour', 'day']);
export type InboxOrder = z.infer<typeof InboxOrder>;

/** The name that stands for a calendar without closing times. */
export const AROUND_THE_CLOCK = '24x7';

/** Whom a step tells: a role of the conversation's team, or a mail address. */
export const Recipient = z.union([
  z.enum(['team', 'lead', 'admin']),
  z.email('is neither team, lead, admin nor a mail address'),
]);

const LONGEST_TARGET = 366 * 86_400;

/** How long something may take. Without an upper end, one slip of an admin could ask for an instant that no calendar reaches. */
const Target = Duration.check(
  z.refine((iso) => durationSeconds(iso) <= LONGEST_TARGET, {
    error: (issue) =>
      `"${issue.input}" is longer than a year; write the time within which somebody is to answer.`,
  }),
);

/** An SLA policy: which conversations it is for, how long an answer may take, when to warn and to whom a breach climbs. */
export const Policy = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** All that is named must fit; an empty match fits every conversation. */
  match: z.object({
    channel: z.optional(ChannelName),
    visibility: z.optional(Visibility),
    priority: z.optional(Priority),
  }),
  targets: z.object({ firstResponse: Target, nextResponse: Target }),
  /** `24x7`, the name of a calendar beside the policies, or a calendar itself. */
  calendar: z._default(z.union([z.string(), Calendar]), AROUND_THE_CLOCK),
  /** Share of the target after which to warn. */
  warnAt: z._default(z.number().check(z.gt(0), z.lt(1)), 0.75),
  /**
   * What to say by itself to somebody who writes while we are closed or behind; `{due}` stands for when the answer comes at the
   * latest. Privately only, unless `inPublic` lets it answer public questions too.
   */
  acknowledgement: z.optional(
    z.object({ text: z.string().check(z.minLength(1), z.maxLength(500)), inPublic: z.optional(z.boolean()) }),
  ),
  /** How long after the breach to tell whom. Time counts by the policy's calendar. */
  escalation: z._default(z.array(z.object({ after: Target, to: Recipient })).check(z.maxLength(9)), []),
});
export type Policy = z.infer<typeof Policy>;

/** All policies, in the order in which they are tried, with the calendars that they name. */
export const PolicyBook = z
  .object({
    policies: z.array(Policy).check(z.maxLength(200)),
    calendars: z._default(z.record(z.string(), Calendar), {}),
  })
  .check(
    z.refine((book) => new Set(book.policies.map((policy) => policy.id)).size === book.policies.length, {
      error: 'two policies have the same id',
    }),
    z.refine((book) => book.policies.every((policy) => calendarOf(policy, book) !== undefined), {
      error: 'a policy names a calendar that is not in calendars',
    }),
  );
export type PolicyBook = z.infer<typeof PolicyBook>;

const escalation: Policy['escalation'] = [
  { after: 'PT15M', to: 'lead' },
  { after: 'PT60M', to: 'admin' },
];

/** What applies where no policy matches, so that nobody waits without a clock. */
const fallback: Policy = {
  id: 'default',
  match: {},
  targets: { firstResponse: 'PT24H', nextResponse: 'PT24H' },
  calendar: AROUND_THE_CLOCK,
  warnAt: 0.75,
  escalation,
};

/** Half of those who write on X expect an answer within 2 hours, half of those on Facebook within 24 (mission, row 2). */
export const defaultPolicies: PolicyBook = {
  policies: [
    {
      ...fallback,
      id: 'x',
      match: { channel: 'x' },
      targets: { firstResponse: 'PT2H', nextResponse: 'PT2H' },
    },
    { ...fallback, id: 'facebook', match: { channel: 'facebook' } },
  ],
  calendars: {},
};

/** The policy of conversations that are part of an open incident; a desk may have one of this name of its own. */
export const INCIDENT_POLICY = 'incident';

/** While everybody is told what is known, nobody's own answer is as urgent as the cure. */
const incidentPolicy: Policy = {
  ...fallback,
  id: INCIDENT_POLICY,
  targets: { firstResponse: 'PT4H', nextResponse: 'PT4H' },
};

/** The policy that routing chose, while there is such a one; else the first that fits. */
export function policyFor(
  book: PolicyBook,
  conversation: {
    channel: ChannelName;
    visibility: Visibility;
    priority: Priority;
    policyId?: string | undefined;
  },
): Policy {
  const chosen = book.policies.find(({ id }) => id === conversation.policyId);
  if (chosen) return chosen;
  if (conversation.policyId === INCIDENT_POLICY) return incidentPolicy;
  const fits = ({ match }: Policy) =>
    (match.channel ?? conversation.channel) === conversation.channel &&
    (match.visibility ?? conversation.visibility) === conversation.visibility &&
    (match.priority ?? conversation.priority) === conversation.priority;
  return book.policies.find(fits) ?? fallback;
}

/** The calendar by which a policy counts; undefined when it names one that the book lacks. */
export function calendarOf(policy: Policy, book: Pick<PolicyBook, 'calendars'>): Calendar | undefined {
  if (typeof policy.calendar !== 'string') return policy.calendar;
  return policy.calendar === AROUND_THE_CLOCK ? alwaysOpen : book.calendars[policy.calendar];
}
