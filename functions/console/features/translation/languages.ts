import type { Message } from '../../api/detail.ts';

/** The language of a locale without its country: `de` of `de-AT`. */
const baseOf = (locale: string): string => locale.split(/[-_]/)[0]?.toLowerCase() ?? locale;

/** What the desk reads of a language that it cannot tell. */
const UNDETERMINED = 'und';

/** A language by its ISO 639-1 code, if it is known and another than that of whoever reads. */
export function foreign(language: string | null | undefined, locale: string): string | undefined {
  if (!language || language === UNDETERMINED) return undefined;
  return baseOf(language) === baseOf(locale) ? undefined : baseOf(language);
}

/** The language in which the customer wrote last, if it is known and another than that of whoever answers. */
export function customerLanguage(messages: readonly Message[], locale: string): string | undefined {
  const told = messages.findLast(
    ({ direction, triage }) =>
      direction === 'inbound' && triage?.language && triage.language !== UNDETERMINED,
  );
  return foreign(told?.triage?.language, locale);
}

/** A language as somebody of that locale calls it: `German`, `Deutsch`. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}

/** The name by which the desk is asked for the language of a locale. */
export const askedName = (locale: string): string => languageName(baseOf(locale), 'en');
