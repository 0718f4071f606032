import { describe, expect, it } from 'vitest';
import { agreementOf, namesOf } from '../../../../functions/domain/triage/agreement.ts';
import type { Labels } from '../../../../functions/domain/triage/labels.ts';

const read: Labels = { reason: 'problem', sentiment: 'negative', needsReply: true, spam: false };

describe('the agreement with the classifier', () => {
  it('names the labels of all sorts', () => {
    expect(namesOf(read)).toEqual(['problem', 'negative', 'needs reply', 'no spam']);
    expect(namesOf({ ...read, needsReply: false, spam: true }).slice(2)).toEqual(['needs no reply', 'spam']);
  });

  it('is the share that nobody corrected', () => {
    const shown = new Map([
      ['problem', 4],
      ['negative', 4],
      ['spam', 0],
    ]);
    const { agreement, confusions } = agreementOf(shown, [
      { read, said: { ...read, reason: 'inquiry' } },
      { read, said: { ...read, reason: 'inquiry', sentiment: 'neutral' } },
    ]);
    expect(agreement).toEqual([
      { label: 'problem', shown: 4, corrected: 2, agreement: 0.5 },
      { label: 'negative', shown: 4, corrected: 1, agreement: 0.75 },
      { label: 'spam', shown: 0, corrected: 0, agreement: undefined },
    ]);
    expect(confusions).toEqual([
      { shown: 'problem', corrected: 'inquiry', count: 2 },
      { shown: 'negative', corrected: 'neutral', count: 1 },
    ]);
  });
});
