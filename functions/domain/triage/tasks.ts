import { Reason, Sentiment } from './labels.ts';

/** What the classifier decides of a message, with the classes of each in the order in which the model holds them. */
export const taskClasses = {
  reason: Reason.options,
  sentiment: Sentiment.options,
  urgency: ['low', 'normal', 'high'],
  needsReply: ['no', 'yes'],
  spam: ['no', 'yes'],
} as const;

export type TaskName = keyof typeof taskClasses;
export const taskNames = [
  'reason',
  'sentiment',
  'urgency',
  'needsReply',
  'spam',
] as const satisfies TaskName[];

/** From which probability on a message is taken to be spam, or to need a reply; chosen so that no customer is lost. */
export interface Thresholds {
  needsReply: number;
  spam: number;
}
