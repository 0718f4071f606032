import { describe, expect, it } from 'vitest';
import { lexiconFor, lexiconOf } from '../../../../../functions/domain/triage/lexicon/lexicon.ts';

describe('a list of words', () => {
  const lexicon = lexiconOf(
    { anger: 'hate awful*', waiting: 'hold hate wait', negation: "can't" },
    { joy: "love can't_wait can't_wait_to_see", waiting: 'on_hold' },
  );

  it.each([
    { words: 'hate', kinds: [['anger', 'waiting']] },
    { words: 'awfully', kinds: [['anger']] },
    { words: 'hold', kinds: [['waiting']] },
    { words: 'holding', kinds: [[]] },
    { words: 'aw', kinds: [[]] },
    { words: 'loove', kinds: [['joy']] },
    { words: "can't hold", kinds: [['negation'], ['waiting']] },
    { words: "can't wait", kinds: [['joy'], []] },
    { words: "i can't wait to see", kinds: [[], ['joy'], [], [], []] },
    { words: "wait on hold can't", kinds: [['waiting'], ['waiting'], [], ['negation']] },
  ])('tells of “$words”: $kinds', ({ words, kinds }) => {
    expect(lexicon(words.split(' '))).toEqual(kinds);
  });
});

describe('the lexicon of a language', () => {
  it('knows its own words only', () => {
    expect(lexiconFor('es')(['caros'])).toEqual([['dislike']]);
    expect(lexiconFor('en')(['carousel'])).toEqual([[]]);
  });

  it('is the English one for a language without a list', () => {
    expect(lexiconFor('und')).toBe(lexiconFor('en'));
  });

  it('knows what turns of phrase tell that their words do not', () => {
    expect(lexiconFor('en')(['no', 'problem'])).toEqual([['liking'], []]);
    expect(lexiconFor('en')(['the', 'problem'])).toEqual([[], ['dislike']]);
  });
});
