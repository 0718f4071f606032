import * as z from 'zod/mini';
import { Phase, Severity } from './status-entry.ts';
import { FIRST_TEAM } from './team.ts';

/** What somebody says of an incident; the rest is what becomes of it. */
export const IncidentDraft = z.object({
  title: z.string().check(z.minLength(1, 'is empty'), z.maxLength(200)),
  /** Ids of the components that it concerns. */
  affected: z._default(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)), []),
  /** By which of their words conversations are proposed. */
  words: z._default(z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(30)), []),
  severity: z._default(Severity, 'major'),
  teamId: z._default(z.string().check(z.maxLength(64)), FIRST_TEAM),
  ownerId: z.optional(z.string()),
});
export type IncidentDraft = z.infer<typeof IncidentDraft>;

const Person = z.object({ id: z.string(), name: z.string() });

/** One thing said of an incident, in our own words. */
export const IncidentUpdate = z.object({
  id: z.string(),
  at: z.string(),
  text: z.string(),
  phase: Phase,
  by: Person,
  /** The broadcast that says it to others. */
  broadcastId: z.optional(z.string()),
});
export type IncidentUpdate = z.infer<typeof IncidentUpdate>;

/** The first post of ours about it, by channel and account; what is said later goes on from there. */
const FirstPost = z.object({
  channel: z.string(),
  accountId: z.string(),
  nativeId: z.string(),
  at: z.string(),
});

/** Something broken that many ask about. */
export const Incident = z.extend(IncidentDraft, {
  id: z.string(),
  version: z.number(),
  state: z.enum(['open', 'resolved']),
  openedAt: z.string(),
  openedBy: Person,
  ownerName: z.optional(z.string()),
  spikeId: z.optional(z.string()),
  /** When a spike of reports was noticed, and when the earliest affected customer wrote. */
  noticedAt: z.optional(z.string()),
  firstReportAt: z.optional(z.string()),
  resolvedAt: z.optional(z.string()),
  updates: z.array(IncidentUpdate),
  posts: z.array(FirstPost),
  /** When the first word about it was out, on any channel. */
  firstWordAt: z.optional(z.string()),
  /** Whether the status page tells of it. */
  isShown: z.optional(z.boolean()),
  /** Whether its conversations are resolved with it, without another word to each. */
  resolvesConversations: z.optional(z.boolean()),
  /** When its owner is reminded that nobody has said anything, and how often they were since the last update. */
  remindAt: z.optional(z.string()),
  reminders: z._default(z.number(), 0),
});
export type Incident = z.infer<typeof Incident>;
