import * as z from 'zod/mini';
import { Calendar } from './business-time.ts';
import { ChannelName } from './channel-name.ts';
import { Duration } from './duration.ts';
import { FactCondition } from './fact-condition.ts';
import { Visibility } from './message.ts';
import { Priority } from './policy.ts';
import { Reason } from './triage/labels.ts';

const Id = z.string().check(z.minLength(1), z.maxLength(64));
const ShortText = z.string().check(z.minLength(1), z.maxLength(120));

/** One of these, or any of several. */
const oneOrMany = <T extends z.ZodMiniType>(schema: T) =>
  z.union([schema, z.array(schema).check(z.minLength(1), z.maxLength(50))]);

/** What has to be so for a rule to fire: all that is named. A rule that names nothing always fires. */
const Conditions = z
  .object({
    channel: z.optional(oneOrMany(ChannelName)),
    visibility: z.optional(Visibility),
    reason: z.optional(oneOrMany(Reason)),
    /** ISO 639-1. */
    language: z.optional(oneOrMany(z.string().check(z.minLength(2), z.maxLength(3)))),
    /** Words or phrases, one of which the message says: as whole words, in any case. */
    words: z.optional(z.array(ShortText).check(z.minLength(1), z.maxLength(100))),
    /** Followers. */
    reachAtLeast: z.optional(z.number().check(z.gte(0))),
    verified: z.optional(z.boolean()),
    vip: z.optional(z.boolean()),
    customerFacts: z.optional(z.array(FactCondition).check(z.minLength(1), z.maxLength(20))),
    businessHours: z.optional(z.enum(['open', 'closed'])),
    /** Whose hours: the name of one of the policies' calendars, or a calendar itself. */
    calendar: z.optional(z.union([Id, Calendar])),
  })
  .check(
    z.refine(({ businessHours, calendar }) => businessHours === undefined || calendar !== undefined, {
      error: 'businessHours needs a calendar: the name of one beside the policies, or hours of its own',
    }),
  );

/** What a rule says of a conversation. */
const Consequences = z.object({
  teamId: z.optional(Id),
  priority: z.optional(Priority),
  tags: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(20))),
  policyId: z.optional(Id),
  ownerId: z.optional(ShortText),
  /** No later rule is asked. */
  stop: z.optional(z.boolean()),
});

/** A rule: if all of this is so, then that. */
export const RoutingRule = z.object({ id: Id, name: ShortText, if: Conditions, then: Consequences });
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Who is on duty when: agents, with the weekly hours of each shift in one time zone. */
const Rota = z.object({
  shifts: z
    .array(
      z.object({ agentIds: z.array(ShortText).check(z.minLength(1), z.maxLength(200)), hours: Calendar }),
    )
    .check(z.maxLength(50)),
});

/** How a team's new work finds its agent. */
export const Assignment = z.object({
  method: z.enum(['round-robin', 'least-loaded', 'off']),
  /** How many conversations that wait for an answer one agent gets at most. */
  capacity: z._default(z.number().check(z.int(), z.gte(1), z.lte(100)), 10),
  /** How long after going offline an agent's unanswered work goes to others. */
  giveBackAfter: z._default(Duration, 'PT15M'),
  /** Without a rota everybody of the team who is online is on duty. */
  onDuty: z.optional(Rota),
});
export type Assignment = z.infer<typeof Assignment>;

/** All rules, in the order in which they are asked, and how each team assigns its work. */
export const RoutingBook = z
  .object({
    rules: z.array(RoutingRule).check(z.maxLength(1000)),
    assignment: z._default(z.record(Id, Assignment), {}),
  })
  .check(
    z.refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, {
      error: 'two rules have the same id',
    }),
  );
export type RoutingBook = z.infer<typeof RoutingBook>;
