import { describe, expect, it } from 'vitest';
import { replyLanguage } from '../../../functions/domain/reply-language.ts';

describe('replyLanguage', () => {
  it.each([
    ['en', "I'll get back to you by 5."],
    ['de', 'Wir melden uns morgen.'],
    ['fr', 'Je vous rappelle demain.'],
    ['es', 'Le respondo en 2 horas.'],
    ['it', 'Ti rispondo entro venerdì.'],
    ['pt', 'Vou verificar até amanhã.'],
    ['nl', 'Ik bel u morgen terug.'],
  ])('knows %s by its small words: “%s”', (language, text) => {
    expect(replyLanguage(text)).toBe(language);
  });

  it('knows none of what has no such words', () => {
    expect(replyLanguage('LS-20431 👍')).toBeUndefined();
  });

  it('takes the language around for what could be of several', () => {
    expect(replyLanguage('LS-20431', 'nl')).toBe('nl');
    expect(replyLanguage('Morgen.', 'nl')).toBe('nl');
    expect(replyLanguage('Morgen.', 'de')).toBe('de');
  });

  it('does not let the language around outweigh the words', () => {
    expect(replyLanguage("I'll get back to you.", 'de')).toBe('en');
  });
});
