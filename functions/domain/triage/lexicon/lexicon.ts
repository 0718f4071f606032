import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { englishPhrases } from './english-phrases.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { type WordKind, type WordList, wordKinds } from './word-list.ts';

type Kinds = readonly WordKind[];

/**
 * What the words of a message tell, word by word: looked up by the whole word and, for those listed without their ending, by
 * their beginning. Of a turn of phrase, its first word tells what the whole does, and the others nothing.
 */
export type Lexicon = (words: readonly string[]) => Kinds[];

const SHORTEST_STEM = 3;
const LONGEST_PHRASE = 4;
const none: Kinds = [];

/** Reads lists of words. */
export function lexiconOf(...lists: WordList[]): Lexicon {
  const { whole, stems } = entriesOf(lists);
  const ofWord = (word: string) =>
    whole.get(word) ?? stemOf(word, stems) ?? whole.get(shortened(word)) ?? none;
  return (words) => {
    const told: Kinds[] = [];
    while (told.length < words.length) {
      const length = phraseAt(words, told.length, whole);
      if (length === 0) told.push(ofWord(words[told.length] ?? ''));
      else {
        told.push(whole.get(words.slice(told.length, told.length + length).join('_')) ?? none);
        for (let rest = 1; rest < length; rest += 1) told.push(none);
      }
    }
    return told;
  };
}

interface Entries {
  whole: Map<string, WordKind[]>;
  stems: Map<string, WordKind[]>;
}

function entriesOf(lists: WordList[]): Entries {
  const entries: Entries = { whole: new Map(), stems: new Map() };
  for (const list of lists) {
    for (const kind of wordKinds) {
      for (const word of (list[kind] ?? '').split(/\s+/).filter((entry) => entry !== '')) {
        if (word.endsWith('*')) add(entries.stems, word.slice(0, -1), kind);
        else add(entries.whole, word, kind);
      }
    }
  }
  return entries;
}

function add(words: Map<string, WordKind[]>, word: string, kind: WordKind): void {
  const kinds = words.get(word);
  if (!kinds) words.set(word, [kind]);
  else if (!kinds.includes(kind)) kinds.push(kind);
}

/** How many words the longest turn of phrase has that begins at a place; 0 where none does. */
function phraseAt(words: readonly string[], start: number, whole: Entries['whole']): number {
  let phrase = words[start] ?? '';
  let longest = 0;
  for (let length = 2; length <= LONGEST_PHRASE && start + length <= words.length; length += 1) {
    phrase += `_${words[start + length - 1]}`;
    if (whole.has(phrase)) longest = length;
  }
  return longest;
}

function stemOf(word: string, stems: Entries['stems']): WordKind[] | undefined {
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const kinds = stems.get(word.slice(0, length));
    if (kinds) return kinds;
  }
  return undefined;
}

/** “loove” and “soo” are “love” and “so”, and nobody lists the words that people lengthen twice. */
function shortened(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1');
}

const lists: Record<string, WordList[]> = {
  en: [english, englishPhrases],
  de: [german],
  fr: [french],
  es: [spanish],
  it: [italian],
  pt: [portuguese],
  nl: [dutch],
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
  const lexicon = lexiconOf(...(lists[name] ?? [english]));
  read.set(name, lexicon);
  return lexicon;
}
