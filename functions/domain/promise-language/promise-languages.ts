import type { ReplyLanguage } from '../reply-language.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import type { PromiseLanguage } from './promise-language.ts';
import { spanish } from './spanish.ts';

/** How each language promises. */
export const promiseLanguages: Record<ReplyLanguage, PromiseLanguage> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
