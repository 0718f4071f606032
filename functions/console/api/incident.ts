import * as z from 'zod/mini';
import { Row } from './row.ts';

export const Severity = z.enum(['minor', 'major', 'critical']);
export type Severity = z.infer<typeof Severity>;
export const Phase = z.enum(['investigating', 'identified', 'monitoring', 'resolved']);
export type Phase = z.infer<typeof Phase>;
export const Audience = z.enum(['facebook', 'x', 'status', 'email', 'personal']);
export type Audience = z.infer<typeof Audience>;

const Named = z.object({ id: z.string(), name: z.nullish(z.string()) });

export const AffectedState = z.enum(['proposed', 'accepted', 'rejected']);
export type AffectedState = z.infer<typeof AffectedState>;

/** Something broken that many ask about. */
export const Incident = z.object({
  id: z.string(),
  title: z.string(),
  affected: z._default(z.array(z.string()), []),
  words: z._default(z.array(z.string()), []),
  severity: Severity,
  teamId: z.string(),
  ownerId: z.nullish(z.string()),
  ownerName: z.nullish(z.string()),
  state: z.enum(['open', 'resolved']),
  openedAt: z.string(),
  openedBy: z.optional(Named),
  noticedAt: z.nullish(z.string()),
  firstReportAt: z.nullish(z.string()),
  firstWordAt: z.nullish(z.string()),
  resolvedAt: z.nullish(z.string()),
  updates: z._default(
    z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        text: z.string(),
        phase: Phase,
        by: Named,
        broadcastId: z.nullish(z.string()),
      }),
    ),
    [],
  ),
  posts: z._default(z.array(z.object({ channel: z.string(), nativeId: z.string(), at: z.string() })), []),
  counts: z.record(z.string(), z.number()),
});
export type Incident = z.infer<typeof Incident>;

export const Incidents = z.object({ items: z.array(Incident), cursor: z.nullish(z.string()) });

/** A conversation that may belong to an incident, and why. */
export const Affected = z.object({
  conversationId: z.string(),
  state: AffectedState,
  reasons: z.array(z.string()),
  reportedAt: z.nullish(z.string()),
  toldAt: z.nullish(z.string()),
  row: Row,
});
export type Affected = z.infer<typeof Affected>;
export const AffectedPage = z.object({ items: z.array(Affected), cursor: z.nullish(z.string()) });

export const Decided = z.object({
  counts: z.record(z.string(), z.number()),
  hasMore: z.optional(z.boolean()),
});

/** Many more than usual speak of the same. */
export const Spike = z.object({
  id: z.string(),
  teamId: z.string(),
  topic: z.array(z.string()),
  count: z.number(),
  usual: z.number(),
  windowMinutes: z.number(),
  severity: z.optional(Severity),
  noticedAt: z.string(),
  state: z.enum(['new', 'dismissed', 'incident']),
  incidentId: z.nullish(z.string()),
  conversations: z._default(z.array(Row), []),
});
export type Spike = z.infer<typeof Spike>;
export const Spikes = z.object({ spikes: z.array(Spike) });

const count = z.nullish(z.number());

/** What happened, as a page to be written on, and the numbers in it; durations in seconds, shares from 0 to 1. */
export const PostMortem = z.object({
  markdown: z.string(),
  numbers: z.object({
    asked: z.number(),
    askedBefore: count,
    askedAfter: count,
    toldUnasked: count,
    toldPersonally: count,
    answered: count,
    answeredShare: count,
    deflection: count,
    secondsToNotice: count,
    secondsToDeclare: count,
    secondsToFirstWord: count,
    secondsToFix: count,
  }),
});
export type PostMortem = z.infer<typeof PostMortem>;

/** A part of what the company offers. */
export const Component = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  group: z.optional(z.string()),
});
export type Component = z.infer<typeof Component>;
export const ComponentBook = z.object({ name: z.optional(z.string()), components: z.array(Component) });
export type ComponentBook = z.infer<typeof ComponentBook>;
