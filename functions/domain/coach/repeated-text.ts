import type { Rule } from './finding.ts';

/** To so many others the same text may go before it reads like a form. */
export const SAME_TEXT_MOST = 3;

/** Says that the same text went to others today. */
export const repeatedText: Rule = ({ sentToday = 0 }) =>
  sentToday < SAME_TEXT_MOST
    ? undefined
    : {
        why: `The same text went to ${sentToday} others today; who compares will see a form.`,
        suggestion: 'Name the person and what they wrote, and keep only what is the same for all.',
        level: 'hint',
      };

/** A text without what makes no difference to a reader: case, spaces, marks, names that it speaks to and links' queries. */
export function normalisedText(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:hi|hello|hey|dear|hallo|bonjour|hola)\b(?: \p{L}+){0,2}\s*[,.!:\n–-]/u, ' ')
    .replace(/@\w+/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
