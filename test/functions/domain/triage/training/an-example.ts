import type { Example } from '../../../../../functions/domain/triage/training/example.ts';

/** A labelled message. */
export const anExample: Example = {
  text: 'The app crashes',
  channel: 'x',
  language: 'en',
  reason: 'problem',
  sentiment: 'negative',
  urgency: 'normal',
  needsReply: true,
  spam: false,
};
