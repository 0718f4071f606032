/** What a word of the lists tells of a message; each is a feature of the classifier, in whatever language the word is. */
export const wordKinds = [
  'joy',
  'liking',
  'anger',
  'dislike',
  'trouble',
  'waiting',
  'thanks',
  'asking',
  'wanting',
  'hurry',
  'negation',
  'stress',
  'contrast',
  'promotion',
  'resolved',
  'news',
  'banter',
] as const;
export type WordKind = (typeof wordKinds)[number];

/**
 * Words of a language by what they tell, separated by white space. `*` at the end of a word stands for any ending, and `_` for
 * the space in a turn of phrase.
 */
export type WordList = Partial<Record<WordKind, string>>;
