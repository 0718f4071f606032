import { describe, expect, it } from 'vitest';
import { inPhrases } from '../../../../functions/domain/promise-language/phrases.ts';
import { english } from '../../../../functions/domain/time-words/english.ts';

/** A language with three verbs. */
const language = inPhrases({
  time: english,
  phrases: [
    { says: /\b(?:ba|team ba|kim ba)\b/iu },
    { says: /\bdu\b/iu, needsTime: true },
    { says: /\bfi\b/iu, preparing: true },
  ],
  and: 'et',
  unsaid: 'nul',
  reported: 'dixit',
  condition: 'si',
  whether: /\bfi si\b/iu,
  nod: 'bon',
  ofAll: 'omni',
  timeBegins: 'cras',
  polite: 'salve',
  who: { me: /\bego\b/u, team: /\bteam\b/u, colleague: /\bkim\b/u },
});

describe('a language in phrases', () => {
  it('hears the first phrase that fits, and who says it', () => {
    expect(language.commitmentIn('salve, team ba')).toEqual({
      index: 7,
      who: 'team',
      preparing: false,
      needsTime: false,
    });
    expect(language.commitmentIn('du')).toMatchObject({ who: 'we', needsTime: true });
    expect(language.commitmentIn('fi')).toMatchObject({ preparing: true });
  });

  it('does not hear what its own clause takes back', () => {
    expect(language.commitmentIn('nul ba')).toBeUndefined();
    expect(language.commitmentIn('nul, ba')).toBeDefined();
    expect(language.commitmentIn('nul et ba')).toBeDefined();
  });

  it('cuts a sentence before each clause that promises', () => {
    const segments = language.segmentsOf({ text: 'salve, ba cras et du heri, nul', start: 5 });
    expect(segments.map(({ text }) => text)).toEqual(['salve', ', ba cras', ' et du heri, nul']);
    expect(segments.map(({ start }) => start)).toEqual([5, 10, 19]);
  });

  it('leaves hours whole', () => {
    expect(language.segmentsOf({ text: 'ba 17:30', start: 0 })).toHaveLength(1);
  });

  it('knows a condition, a report, and a question that is to be found out', () => {
    expect(language.isConditional('si a ', 'ba', null)).toBe(true);
    expect(language.isConditional('', 'ba si a', null)).toBe(true);
    expect(language.isConditional('dixit ', 'ba', null)).toBe(true);
    expect(language.isConditional('', 'fi si a et ba', null)).toBe(false);
  });
});
