import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../../../functions/domain/triage/artefact.ts';
import { classifierOf } from '../../../../../functions/domain/triage/classifier.ts';
import { train } from '../../../../../functions/domain/triage/training/train.ts';
import { anExample } from './an-example.ts';

const subjects = [
  'train',
  'parcel',
  'coffee',
  'invoice',
  'room',
  'router',
  'ticket',
  'flight',
  'book',
  'card',
];
const examples = subjects.flatMap((subject) => [
  { ...anExample, text: `the ${subject} is broken and awful` },
  {
    ...anExample,
    text: `what a lovely ${subject}, we adore it`,
    reason: 'satisfaction' as const,
    sentiment: 'positive' as const,
  },
  { ...anExample, text: `earn cash with ${subject} tokens, click the link`, spam: true, needsReply: false },
]);

describe('the training', () => {
  const artefact = train(examples, 'the hash');

  it('makes a model that tells apart what it was shown', () => {
    const triage = classifierOf(artefact);
    expect(triage('the sofa is broken and awful', 'x')).toMatchObject({
      reason: 'problem',
      sentiment: 'negative',
    });
    expect(triage('what a lovely sofa, we adore it', 'x')).toMatchObject({
      reason: 'satisfaction',
      sentiment: 'positive',
    });
    expect(triage('earn cash with sofa tokens, click the link', 'x').spam).toBe(true);
  });

  it('notes what it learnt from, and fits its bytes', () => {
    expect(artefact.data).toBe('the hash');
    const { weights } = modelOf(artefact).model;
    expect(Math.max(...weights.slice(0, 100_000))).toBeLessThanOrEqual(127);
  });
});
