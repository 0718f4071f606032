import * as z from 'zod/mini';

/*
 * A conversation as the API shows it. Members that an older desk lacks are optional, and what it has beyond these is left out, so
 * that page and API need not change at the same instant.
 */

export const ClockStep = z.object({
  name: z.string(),
  at: z.string(),
  to: z.string(),
  firedAt: z.optional(z.string()),
});
export const Clock = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['running', 'met', 'breached', 'ended']),
  startedAt: z.string(),
  dueAt: z.string(),
  answeredAt: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  waiting: z.boolean(),
  why: z.object({ policyId: z.optional(z.string()), sentence: z.string() }),
  steps: z.array(ClockStep),
});
export type Clock = z.infer<typeof Clock>;

export const Person = z.object({
  id: z.string(),
  nativeId: z.string(),
  name: z.optional(z.string()),
  handle: z.optional(z.string()),
  followers: z.optional(z.number()),
  verified: z.optional(z.boolean()),
  avatarUrl: z.optional(z.string()),
});
export type Person = z.infer<typeof Person>;

export const Visibility = z.enum(['public', 'private']);
export type Visibility = z.infer<typeof Visibility>;
export const Status = z.enum(['open', 'snoozed', 'resolved']);
export type Status = z.infer<typeof Status>;
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

/** Something that we said we would do, with its own clock. */
export const Promised = z.object({
  id: z.string(),
  text: z.string(),
  dueAt: z.nullish(z.string()),
  state: z.string(),
});
export type Promised = z.infer<typeof Promised>;

export const Row = z.object({
  id: z.string(),
  channel: z.string(),
  accountId: z.string(),
  visibility: Visibility,
  status: Status,
  priority: Priority,
  teamId: z.string(),
  ownerId: z.optional(z.nullable(z.string())),
  ownerName: z.optional(z.nullable(z.string())),
  contact: Person,
  preview: z.string(),
  lastMessageAt: z.string(),
  messageCount: z.number(),
  unanswered: z.number(),
  clocks: z.array(Clock),
  window: z.optional(z.object({ endsAt: z.string(), humanEndsAt: z.string() })),
  openedAt: z.string(),
  resolvedAt: z.optional(z.nullable(z.string())),
  version: z.number(),
  /** What lists sort by. */
  place: z.optional(z.string()),
  tags: z._default(z.array(z.string()), []),
  snoozedUntil: z.optional(z.nullable(z.string())),
  blocked: z.optional(z.nullable(z.boolean())),
  reason: z.optional(z.nullable(z.string())),
  sentiment: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  urgency: z.optional(z.nullable(z.number())),
  language: z.optional(z.nullable(z.string())),
  needsReply: z.optional(z.nullable(z.boolean())),
  spam: z.optional(z.nullable(z.boolean())),
  score: z.optional(z.nullable(z.number())),
  scoreParts: z.optional(z.array(z.object({ part: z.string(), points: z.number(), why: z.string() }))),
  incidentId: z.optional(z.nullable(z.string())),
  promises: z.optional(z.array(Promised)),
});
export type Row = z.infer<typeof Row>;

export const Page = z.object({ items: z.array(Row), cursor: z.nullish(z.string()) });
export type Page = z.infer<typeof Page>;
