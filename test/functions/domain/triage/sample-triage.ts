import type { Triage } from '../../../../functions/domain/triage/labels.ts';

/** What might be read from a complaint. */
export const sampleTriage: Triage = {
  reason: 'problem',
  sentiment: 'negative',
  urgency: 0.5,
  language: 'en',
  needsReply: true,
  spam: false,
  confidence: { reason: 0.8, sentiment: 0.9, urgency: 0.7, language: 0.9, needsReply: 0.99, spam: 0.99 },
  words: [{ label: 'problem', word: 'broken', weight: 1.2 }],
  topics: ['app', 'login'],
};
