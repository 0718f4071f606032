import * as z from 'zod/mini';

/** Why somebody writes to a company. */
export const Reason = z.enum(['feedback', 'satisfaction', 'dissatisfaction', 'inquiry', 'problem']);
export type Reason = z.infer<typeof Reason>;

/** What somebody feels about us while they write it. */
export const Sentiment = z.enum(['negative', 'neutral', 'positive']);
export type Sentiment = z.infer<typeof Sentiment>;

/** Which of its labels a word spoke for, and how strongly; negative weights speak against it. */
export const DecidingWord = z.object({ label: z.string(), word: z.string(), weight: z.number() });
export type DecidingWord = z.infer<typeof DecidingWord>;

/** What people can set right. */
export const Labels = z.object({
  reason: Reason,
  sentiment: Sentiment,
  needsReply: z.boolean(),
  spam: z.boolean(),
});
export type Labels = z.infer<typeof Labels>;

/** What the classifier makes of one message of a customer, and how sure it is of each label (0 to 1). */
export const Triage = z.object({
  reason: Reason,
  sentiment: Sentiment,
  /** 0: whenever you like; 1: within the hour. */
  urgency: z.number(),
  /** ISO 639-1, or `und` where the words are too few to tell. */
  language: z.string(),
  /** False for bare thanks, emoji, tags of friends, pure shares and spam; such a message starts no clock. */
  needsReply: z.boolean(),
  spam: z.boolean(),
  confidence: z.object({
    reason: z.number(),
    sentiment: z.number(),
    urgency: z.number(),
    language: z.number(),
    needsReply: z.number(),
    spam: z.number(),
  }),
  /** What decided it, strongest first. */
  words: z.array(DecidingWord),
  /** What it is about: words of the customer without those that say nothing. */
  topics: z.array(z.string()),
  /** Id of the agent who knew better. */
  correctedBy: z.optional(z.string()),
  /** What the classifier had read before that. */
  read: z.optional(Labels),
});
export type Triage = z.infer<typeof Triage>;

/** What the messages of a conversation amount to that nobody answered yet. */
export const ConversationTriage = z.pick(Triage, {
  reason: true,
  sentiment: true,
  urgency: true,
  language: true,
  needsReply: true,
  spam: true,
  topics: true,
});
export type ConversationTriage = z.infer<typeof ConversationTriage>;

/** A message that the classifier misread, kept so that it can learn from it. */
export const Correction = z.object({
  messageId: z.string(),
  text: z.string(),
  channel: z.string(),
  language: z.string(),
  urgency: z.number(),
  at: z.string(),
  agentId: z.string(),
  read: Labels,
  said: Labels,
});
export type Correction = z.infer<typeof Correction>;
