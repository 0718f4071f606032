/** The letters of western languages, to be used within a class. */
export const LETTERS = 'A-Za-zÀ-ÖØ-öø-ÿŒœ';

/**
 * Words of western languages as a pattern of whole words, in any case: `\b` knows English letters only, and `à` is none. Within it,
 * `\p{L}` stands for these letters alone, as it takes long to make a pattern of all letters of the world ready.
 */
export function wholeWords(source: string): RegExp {
  const known = source.replaceAll('\\p{L}', `[${LETTERS}]`);
  return new RegExp(`(?<![${LETTERS}\\d])(?:${known})(?![${LETTERS}\\d])`, 'i');
}
