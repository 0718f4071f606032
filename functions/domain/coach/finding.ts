import * as z from 'zod/mini';

/** What the coach looks for. */
export const RuleName = z.enum([
  'personal-data',
  'deflection',
  'unanswered-question',
  'no-apology',
  'blame',
  'capitals',
  'repeated-text',
  'too-long',
  'unkept-promise',
]);
export type RuleName = z.infer<typeof RuleName>;

/** What the coach says of a draft: a hint, or something that has to be confirmed before it is sent. */
export interface Finding {
  rule: RuleName;
  /** What was seen, for the one who writes. */
  why: string;
  suggestion: string;
  level: 'hint' | 'confirm';
}

/** What a rule sees or not. */
export type Rule = (draft: Draft) => Omit<Finding, 'rule'> | undefined;

/** An answer that is being written, and what it answers. */
export interface Draft {
  reply: string;
  /** What the customer wrote; empty when nothing is known of it. */
  to: string;
  visibility: 'public' | 'private';
  /** Whether the customer is dissatisfied, where somebody or something has judged it; else their words are looked at. */
  dissatisfied?: boolean | undefined;
  /** Whether we said sorry in this conversation lately. */
  apologised?: boolean | undefined;
  /** How many others got the same text today. */
  sentToday?: number | undefined;
  /** How long the text is as the channel counts it. */
  measured?: { length: number; limit: number; channel: string } | undefined;
  /** Earlier promises of ours whose time has passed. */
  broken?: { text: string; dueAt: string }[] | undefined;
}
