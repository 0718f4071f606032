import * as z from 'zod/mini';

/** What a clock waits for. A conversation's first answer and every later one have targets of their own. */
export const ResponseKind = z.enum(['firstResponse', 'nextResponse']);
export type ResponseKind = z.infer<typeof ResponseKind>;

/** A response, or what we promised. */
export const ClockKind = z.enum([...ResponseKind.options, 'promise']);
export type ClockKind = z.infer<typeof ClockKind>;

/** What happens while a clock runs out: one warning before, the breach, then as many escalations as the policy has. */
export const StepName = z.string().check(z.regex(/^(warning|breach|escalation-[1-9]\d?)$/));

/** One thing that is to happen at an instant unless somebody answers before. */
export const ClockStep = z.object({
  name: StepName,
  /** It is due as soon as `now > at`. */
  at: z.string(),
  /** Whom to tell: a role (`team`, `lead`, `admin`) or a mail address. */
  to: z.string(),
  firedAt: z.optional(z.string()),
});
export type ClockStep = z.infer<typeof ClockStep>;

/** Why a deadline is what it is, in parts and as a sentence for people. */
export const DeadlineReason = z.object({
  policyId: z.string(),
  /** ISO 8601 duration, e.g. PT2H. */
  target: z.string(),
  countedFrom: z.string(),
  messageId: z.string(),
  /** `24x7`, or the time zone whose opening hours count. */
  calendar: z.string(),
  /** Seconds between start and deadline that did not count. */
  closedSeconds: z.number(),
  sentence: z.string(),
});
export type DeadlineReason = z.infer<typeof DeadlineReason>;

/**
 * One running SLA target of a conversation. It belongs to a waiting episode: it starts with the oldest unanswered message of
 * the customer and is met iff `answeredAt <= dueAt`; a late answer does not undo a breach.
 */
export const Clock = z.object({
  /** Unique within its conversation: `c1`, `c2`, … */
  id: z.string(),
  kind: ClockKind,
  state: z.enum(['running', 'met', 'breached', 'ended']),
  startedAt: z.string(),
  dueAt: z.string(),
  steps: z.array(ClockStep),
  why: DeadlineReason,
  answeredAt: z.optional(z.string()),
  /** When waiting ended without an answer in time: resolved, withdrawn, or answered late. */
  endedAt: z.optional(z.string()),
});
export type Clock = z.infer<typeof Clock>;
