import { describe, expect, it } from 'vitest';
import {
  askedName,
  customerLanguage,
  foreign,
  languageName,
} from '../../../../../functions/console/features/translation/languages.ts';
import { message } from '../../rows.ts';

describe('foreign', () => {
  it.each([
    ['another language', 'de', 'en-GB', 'de'],
    ['the reader’s own, of whatever country', 'en', 'en-GB', undefined],
    ['one that the desk cannot tell', 'und', 'en', undefined],
    ['none', null, 'en', undefined],
  ])('of %s', (_, language, locale, expected) => {
    expect(foreign(language, locale)).toBe(expected);
  });
});

describe('customerLanguage', () => {
  const told = (language: string, direction: 'inbound' | 'outbound' = 'inbound') =>
    message(language + direction, { direction, triage: { language } });

  it('is that of their latest words that tell one, whatever we wrote', () => {
    expect(customerLanguage([told('es'), told('de'), told('und'), told('fr', 'outbound')], 'en')).toBe('de');
  });

  it('is none when they write as the agent reads', () => {
    expect(customerLanguage([told('de'), told('en')], 'en-GB')).toBeUndefined();
    expect(customerLanguage([], 'en-GB')).toBeUndefined();
  });
});

it('names languages as the reader does, and to the desk in English', () => {
  expect(languageName('de', 'de-AT')).toBe('Deutsch');
  expect(languageName('de', 'en-GB')).toBe('German');
  expect(askedName('pt-BR')).toBe('Portuguese');
});
