import * as z from 'zod/mini';
import { Audience, Phase } from './incident.ts';

const Variant = z.object({ text: z.string() });

/** What is said to one audience instead of the common text. */
export const Variants = z.object({
  facebook: z.optional(Variant),
  x: z.optional(Variant),
  status: z.optional(Variant),
  email: z.optional(z.object({ subject: z.string(), text: z.string() })),
  personal: z.optional(Variant),
});
export type Variants = z.infer<typeof Variants>;

export const BroadcastState = z.enum([
  'draft',
  'proposed',
  'approved',
  'scheduled',
  'publishing',
  'paused',
  'done',
  'cancelled',
]);
export type BroadcastState = z.infer<typeof BroadcastState>;

export const BroadcastKind = z.enum(['announcement', 'maintenance', 'incident']);
export type BroadcastKind = z.infer<typeof BroadcastKind>;

const Named = z.object({ id: z.string(), name: z.nullish(z.string()) });

const BroadcastFile = z.object({
  uploadId: z.string(),
  type: z.string(),
  contentType: z.nullish(z.string()),
  size: z.nullish(z.number()),
  title: z.nullish(z.string()),
  /** What it shows, for those who do not see it. */
  alt: z.nullish(z.string()),
  url: z.nullish(z.string()),
});
export type BroadcastFile = z.infer<typeof BroadcastFile>;

export const Recurrence = z.object({
  every: z.enum(['day', 'week', 'month']),
  interval: z._default(z.number(), 1),
  until: z.optional(z.string()),
  times: z.optional(z.number()),
});
export type Recurrence = z.infer<typeof Recurrence>;

/** How far a broadcast came with one audience. */
export const Progress = z.object({
  planned: z.number(),
  sent: z.number(),
  failed: z.number(),
  skipped: z.number(),
});
export type Progress = z.infer<typeof Progress>;

/** One message of ours to many, on several channels. */
export const Broadcast = z.object({
  id: z.string(),
  kind: BroadcastKind,
  title: z.string(),
  incidentId: z.optional(z.string()),
  text: z.string(),
  variants: z._default(Variants, {}),
  audiences: z.array(Audience),
  accounts: z.optional(z.partialRecord(z.enum(['facebook', 'x']), z.array(z.string()))),
  media: z._default(z.array(BroadcastFile), []),
  state: BroadcastState,
  publishAt: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  recurrence: z.optional(Recurrence),
  phase: z.optional(Phase),
  affected: z.optional(z.array(z.string())),
  startsAt: z.optional(z.string()),
  endsAt: z.optional(z.string()),
  resolveConversations: z.optional(z.boolean()),
  createdAt: z.string(),
  createdBy: Named,
  approvedBy: z.nullish(Named),
  begunAt: z.nullish(z.string()),
  endedAt: z.nullish(z.string()),
  progress: z._default(z.record(z.string(), Progress), {}),
  version: z.number(),
});
export type Broadcast = z.infer<typeof Broadcast>;
export const Broadcasts = z.object({ items: z.array(Broadcast), cursor: z.nullish(z.string()) });

const Refusal = z.object({ code: z.string(), explanation: z.string(), advice: z.nullish(z.string()) });

/** How one audience would see a draft, and what stands against it there. */
export const Preview = z.object({
  text: z.string(),
  parts: z.array(z.string()),
  length: z.number(),
  limit: z.number(),
  problems: z.array(Refusal),
});
export type Preview = z.infer<typeof Preview>;
export const Previews = z.object({
  previews: z.record(z.string(), Preview),
  reach: z._default(z.record(z.string(), z.nullish(z.number())), {}),
});
export type Previews = z.infer<typeof Previews>;

/** One whom a broadcast goes to, and how far it came with them. */
export const Recipient = z.object({
  name: z.string(),
  audience: z.string(),
  state: z.string(),
  accountId: z.nullish(z.string()),
  conversationId: z.nullish(z.string()),
  reason: z.nullish(Refusal),
});
export type Recipient = z.infer<typeof Recipient>;
export const Recipients = z.object({ items: z.array(Recipient), cursor: z.nullish(z.string()) });
