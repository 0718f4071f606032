import * as z from 'zod/mini';
import { isTimeZone } from './business-wall-clock.ts';
import { Instant } from './instant.ts';
import { Attachment } from './message.ts';
import { PublicFile } from './public-file.ts';
import { Recurrence } from './recurrence.ts';
import { Phase } from './status-entry.ts';

/** Whom a broadcast reaches: followers of our accounts, readers of the status page, subscribers, and those who asked us. */
export const Audience = z.enum(['facebook', 'x', 'status', 'email', 'personal']);
export type Audience = z.infer<typeof Audience>;

/** How far a broadcast came; `broadcast-moves.ts` says from where it may go where. */
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

/** All variants together have to fit into one item of the table; what each audience takes is its own to say. */
const LONGEST = 10_000;
const text = z.string().check(z.maxLength(LONGEST, `has more than ${LONGEST} characters`));
const variant = z.object({ text });

/** What is said to one audience instead of the common text. */
export const Variants = z.object({
  facebook: z.optional(variant),
  x: z.optional(variant),
  status: z.optional(variant),
  email: z.optional(z.object({ subject: z.string().check(z.maxLength(200)), text })),
  personal: z.optional(variant),
});
export type Variants = z.infer<typeof Variants>;

/** A zone of the IANA list. */
export const TimeZone = z.string().check(
  z.refine(isTimeZone, {
    error: (issue) =>
      `"${issue.input}" is not a known time zone; write an IANA name such as "Europe/Vienna" or "UTC".`,
  }),
);

/** What somebody writes of a broadcast; the rest is what becomes of it. */
export const BroadcastDraft = z.object({
  kind: z.enum(['incident', 'announcement', 'maintenance']),
  title: z.string().check(z.minLength(1, 'is empty'), z.maxLength(200)),
  incidentId: z.optional(z.string()),
  text,
  variants: z._default(Variants, {}),
  audiences: z.array(Audience).check(z.minLength(1, 'names nobody'), z.maxLength(Audience.options.length)),
  /** The accounts that post, by channel; all of a channel that is not named. */
  accounts: z.optional(
    z.partialRecord(z.enum(['facebook', 'x']), z.array(z.string()).check(z.maxLength(50))),
  ),
  /** The zone in which the time of publishing was meant, and recurs. */
  timeZone: z.optional(TimeZone),
  recurrence: z.optional(Recurrence),
  phase: z.optional(Phase),
  /** Of planned work: the components that it concerns, when it begins, and when it is to be over. */
  affected: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))),
  startsAt: z.optional(Instant),
  endsAt: z.optional(Instant),
  /** Whether conversations are resolved once the person was told and has not written since. */
  resolveConversations: z.optional(z.boolean()),
});
export type BroadcastDraft = z.infer<typeof BroadcastDraft>;

const Person = z.object({ id: z.string(), name: z.string() });

/** How far its planning and sending was looked after. */
const Course = z.object({
  /** When it began. */
  begunAt: z.string(),
  /** When somebody looks after it next; absent once nobody has to. */
  checkAt: z.optional(z.string()),
  /** When what got lost on its way was last looked for. */
  sweptAt: z.string(),
  /** What was planned last; absent before the first. */
  cursor: z.optional(z.string()),
  /** Its pictures and films, where everybody can look at them; absent before they are there. */
  files: z.optional(z.array(PublicFile)),
  /** Whether all recipients are planned. */
  isPlanned: z.boolean(),
});

/** One message of ours to many, on several channels. */
export const Broadcast = z.extend(BroadcastDraft, {
  id: z.string(),
  version: z.number(),
  state: BroadcastState,
  attachments: z.array(Attachment),
  createdAt: z.string(),
  createdBy: Person,
  approvedBy: z.optional(Person),
  publishAt: z.optional(Instant),
  /** When it would have gone out, had it been written in time; its repetitions go by that. */
  meantFor: z.optional(Instant),
  course: z.optional(Course),
  endedAt: z.optional(z.string()),
  /** The broadcast that this one repeats. */
  repeats: z.optional(z.string()),
});
export type Broadcast = z.infer<typeof Broadcast>;

/** What is said to an audience. */
export function textFor(
  { text, variants }: Pick<Broadcast, 'text' | 'variants'>,
  audience: Audience,
): string {
  return variants[audience]?.text ?? text;
}

/** The subject of a broadcast's mail. */
export function subjectOf({ title, variants }: Pick<Broadcast, 'title' | 'variants'>): string {
  return variants.email?.subject ?? title;
}

/** When a broadcast next needs a look: its time to begin, or while it is on its way (or being ended) its next check. */
export function broadcastDueAt({ state, publishAt, course }: Broadcast): string | undefined {
  if (state === 'scheduled') return publishAt;
  return state === 'publishing' || state === 'cancelled' ? course?.checkAt : undefined;
}
