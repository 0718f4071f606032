import { describe, expect, it } from 'vitest';
import { decidingWords } from '../../../../functions/domain/triage/deciding-words.ts';
import type { LinearModel } from '../../../../functions/domain/triage/linear-model.ts';

const model: LinearModel = {
  tasks: [{ name: 'spam', classes: ['no', 'yes'], bias: [0], unit: 0.1 }],
  weights: Int8Array.from([10, 30, -20, 0]),
};
const tokens = ['Win', 'cash', 'friend', ','].map((shown) => ({ shown, word: shown.toLowerCase() }));
const features = tokens.map((_, index) => ({ bucket: index === 3 ? 1 : index, value: 1, of: index }));

describe('the words that decided', () => {
  it('come strongest first, as they were written, without signs that say nothing', () => {
    expect(decidingWords(model, { tokens, features }, [{ task: 'spam', class: 'yes' }])).toEqual([
      { label: 'spam', word: 'cash', weight: 3 },
      { label: 'spam', word: 'Win', weight: 1 },
    ]);
  });

  it('are others for the opposite', () => {
    expect(decidingWords(model, { tokens, features }, [{ task: 'spam', class: 'no' }])).toEqual([
      { label: 'spam', word: 'friend', weight: 2 },
    ]);
  });
});
