import { describe, expect, it } from 'vitest';
import { lexiconFor, lexiconOf } from '../../../../../functions/domain/triage/lexicon/lexicon.ts';

describe('a list of words', () => {
  const lexicon = lexiconOf({ anger: 'hate awful*', waiting: 'hold hate' });

  it.each([
    { word: 'hate', kinds: ['anger', 'waiting'] },
    { word: 'awfully', kinds: ['anger'] },
    { word: 'hold', kinds: ['waiting'] },
    { word: 'holding', kinds: [] },
    { word: 'aw', kinds: [] },
  ])('tells of “$word”: $kinds', ({ word, kinds }) => {
    expect(lexicon(word)).toEqual(kinds);
  });
});

describe('the lexicon of a language', () => {
  it('knows its own words only', () => {
    expect(lexiconFor('es')('caros')).toContain('dislike');
    expect(lexiconFor('en')('caring')).toEqual([]);
  });

  it('is the English one for a language without a list', () => {
    expect(lexiconFor('und')).toBe(lexiconFor('en'));
  });
});
