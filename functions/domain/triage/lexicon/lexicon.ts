import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { type WordKind, type WordList, wordKinds } from './word-list.ts';

/** What words tell, looked up by the whole word and, for those listed without their ending, by their beginning. */
export type Lexicon = (word: string) => readonly WordKind[];

const SHORTEST_STEM = 3;
const none: readonly WordKind[] = [];

/** Reads a list of words. */
export function lexiconOf(list: WordList): Lexicon {
  const whole = new Map<string, WordKind[]>();
  const stems = new Map<string, WordKind[]>();
  for (const kind of wordKinds) {
    for (const word of (list[kind] ?? '').split(/\s+/).filter((entry) => entry !== '')) {
      if (word.endsWith('*')) add(stems, word.slice(0, -1), kind);
      else add(whole, word, kind);
    }
  }
  return (word) => whole.get(word) ?? stemOf(word, stems) ?? none;
}

function add(words: Map<string, WordKind[]>, word: string, kind: WordKind): void {
  const kinds = words.get(word);
  if (!kinds) words.set(word, [kind]);
  else if (!kinds.includes(kind)) kinds.push(kind);
}

function stemOf(word: string, stems: Map<string, WordKind[]>): WordKind[] | undefined {
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const kinds = stems.get(word.slice(0, length));
    if (kinds) return kinds;
  }
  return undefined;
}

const lists: Record<string, WordList> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
const read = new Map<string, Lexicon>();

/**
 * The lexicon of a language; of one without a list, the English one. Languages are kept apart, because many words tell other
 * things elsewhere: a Spanish “car…” is expensive.
 */
export function lexiconFor(language: string): Lexicon {
  const name = lists[language] ? language : 'en';
  const known = read.get(name);
  if (known) return known;
  const lexicon = lexiconOf(lists[name] ?? english);
  read.set(name, lexicon);
  return lexicon;
}
