import * as z from 'zod/mini';

/*
 * Settings documents as admins change them. Members that this page does not know stay in them, so that saving here takes nothing
 * away that a newer desk, or somebody by hand, wrote.
 */

const Range = z.tuple([z.string(), z.string()]);
export type Range = z.infer<typeof Range>;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening hours. */
export const Calendar = z.looseObject({
  timeZone: z.string(),
  week: z.partialRecord(z.enum(weekdays), z.array(Range)),
  holidays: z._default(z.array(z.string()), []),
});
export type Calendar = z.infer<typeof Calendar>;

const Matching = z.looseObject({
  channel: z.optional(z.string()),
  visibility: z.optional(z.string()),
  priority: z.optional(z.string()),
});

/** How long an answer may take, for which conversations. */
export const Policy = z.looseObject({
  id: z.string(),
  match: Matching,
  targets: z.looseObject({ firstResponse: z.string(), nextResponse: z.string() }),
  calendar: z._default(z.union([z.string(), Calendar]), '24x7'),
  warnAt: z._default(z.number(), 0.75),
  acknowledgement: z.optional(z.looseObject({ text: z.string(), inPublic: z.optional(z.boolean()) })),
  escalation: z._default(z.array(z.looseObject({ after: z.string(), to: z.string() })), []),
});
export type Policy = z.infer<typeof Policy>;

export const PolicyBook = z.looseObject({
  policies: z.array(Policy),
  calendars: z._default(z.record(z.string(), Calendar), {}),
});
export type PolicyBook = z.infer<typeof PolicyBook>;

/** When a message would be due, and why. */
export const Deadline = z.object({
  policyId: z.string(),
  warnAt: z.optional(z.string()),
  dueAt: z.string(),
  steps: z._default(z.array(z.object({ name: z.string(), at: z.string(), to: z.string() })), []),
  why: z.object({ sentence: z.string() }),
});
export type Deadline = z.infer<typeof Deadline>;

const Addresses = z.array(z.string());

/** A team, whom its alerts go to, and what its answers need. */
export const FullTeam = z.looseObject({
  id: z.string(),
  name: z.string(),
  recipients: z.looseObject({ team: Addresses, lead: Addresses, admin: Addresses }),
  members: z.optional(z.array(z.string())),
  order: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  approval: z.optional(z.array(z.string())),
  approvalReminders: z.optional(z.array(z.string())),
});
export type FullTeam = z.infer<typeof FullTeam>;
export const TeamBook = z.looseObject({ teams: z.array(FullTeam) });

export const ReplyEntry = z.looseObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  channel: z.optional(z.string()),
  teamId: z.optional(z.string()),
});
export const ReplyBook = z.looseObject({ replies: z.array(ReplyEntry) });

export const BroadcastTemplate = z.looseObject({ id: z.string(), title: z.string(), text: z.string() });
export const BroadcastTemplateBook = z.looseObject({ templates: z.array(BroadcastTemplate) });

export const TagEntry = z.looseObject({ name: z.string(), color: z.optional(z.string()) });
export const TagBook = z.looseObject({ tags: z.array(TagEntry) });

export const Expert = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  topics: z.array(z.string()),
  role: z.optional(z.string()),
  hours: z.optional(Calendar),
  tell: z.optional(z.string()),
});
export const DirectoryBook = z.looseObject({ people: z.array(Expert) });

export const Vip = z.looseObject({
  channel: z.optional(z.string()),
  handle: z.optional(z.string()),
  nativeId: z.optional(z.string()),
  name: z.optional(z.string()),
  note: z.optional(z.string()),
});
export const VipList = z.looseObject({ vips: z.array(Vip) });

export const ComponentEntry = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  group: z.optional(z.string()),
});
export const StatusBook = z.looseObject({
  name: z.optional(z.string()),
  components: z.array(ComponentEntry),
});

const OneOrMany = z.union([z.string(), z.array(z.string())]);

/** Something that has to be known of the customer; without a value, anything that is. */
const FactCondition = z.looseObject({
  key: z.string(),
  comparison: z.optional(z.string()),
  value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
});
export type FactCondition = z.infer<typeof FactCondition>;

/** If all of this is so, then that. */
export const RoutingRule = z.looseObject({
  id: z.string(),
  name: z.string(),
  if: z.looseObject({
    channel: z.optional(OneOrMany),
    visibility: z.optional(z.string()),
    reason: z.optional(OneOrMany),
    language: z.optional(OneOrMany),
    words: z.optional(z.array(z.string())),
    reachAtLeast: z.optional(z.number()),
    verified: z.optional(z.boolean()),
    vip: z.optional(z.boolean()),
    customerFacts: z.optional(z.array(FactCondition)),
    businessHours: z.optional(z.string()),
    calendar: z.optional(z.union([z.string(), Calendar])),
  }),
  then: z.looseObject({
    teamId: z.optional(z.string()),
    priority: z.optional(z.string()),
    tags: z.optional(z.array(z.string())),
    policyId: z.optional(z.string()),
    ownerId: z.optional(z.string()),
    stop: z.optional(z.boolean()),
  }),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Who is on duty in these hours of every week. */
const Shift = z.looseObject({ agentIds: z.array(z.string()), hours: Calendar });
export type Shift = z.infer<typeof Shift>;

const Assignment = z.looseObject({
  method: z.enum(['round-robin', 'least-loaded', 'off']),
  capacity: z._default(z.number(), 10),
  giveBackAfter: z._default(z.string(), 'PT15M'),
  onDuty: z.optional(z.looseObject({ shifts: z.array(Shift) })),
});
export type Assignment = z.infer<typeof Assignment>;

/** A rule that names something that there is not; the desk says what comes of it. */
const RoutingWarning = z.object({
  ruleId: z.string(),
  rule: z.string(),
  kind: z.string(),
  name: z.string(),
  text: z.string(),
});
export type RoutingWarning = z.infer<typeof RoutingWarning>;
/** What the desk adds to some documents beside them, when it reads or saves them. */
export const Warned = z.looseObject({ warnings: z._default(z.array(RoutingWarning), []) });

export const RoutingBook = z.looseObject({
  rules: z.array(RoutingRule),
  assignment: z._default(z.record(z.string(), Assignment), {}),
  warnings: z.optional(z.array(RoutingWarning)),
});
export type RoutingBook = z.infer<typeof RoutingBook>;

/** Which rules a message would fire, and what would become of it. */
export const DryRun = z.object({
  fired: z.array(z.object({ id: z.string(), name: z.string(), because: z.array(z.string()) })),
  outcome: z.looseObject({
    teamId: z.string(),
    priority: z.string(),
    tags: z._default(z.array(z.string()), []),
    policyId: z.nullish(z.string()),
    ownerId: z.nullish(z.string()),
  }),
  triage: z.nullish(z.looseObject({ reason: z.string(), language: z.optional(z.string()) })),
});

export const AuditPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: z.object({ id: z.string(), name: z.string() }),
      document: z.string(),
      summary: z.string(),
    }),
  ),
  cursor: z.nullish(z.string()),
});

/** A presence of ours on a platform, and how it fares. */
export const Account = z.object({
  channel: z.string(),
  id: z.string(),
  name: z.nullish(z.string()),
  handle: z.nullish(z.string()),
  hasToken: z.boolean(),
  tokenValidUntil: z.nullish(z.string()),
  health: z.object({
    state: z.string(),
    refusal: z.nullish(z.object({ explanation: z.string(), advice: z.nullish(z.string()) })),
    heldSince: z.nullish(z.string()),
    retryAt: z.nullish(z.string()),
    lastInboundAt: z.nullish(z.string()),
    lastOutboundAt: z.nullish(z.string()),
    lastFailureAt: z.nullish(z.string()),
  }),
});
export type Account = z.infer<typeof Account>;
export const Accounts = z.object({ items: z.array(Account) });
