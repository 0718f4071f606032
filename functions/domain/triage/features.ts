import { lexiconFor } from './lexicon/lexicon.ts';
import type { WordKind } from './lexicon/word-list.ts';
import { shapeOf } from './shape.ts';
import { isWord, type Token, tokensOf } from './tokens.ts';

/** How many numbers a message can be described by; names of features are hashed onto them. */
export const BUCKETS = 2 ** 15;

/** One number of a message's description. `of` is the token that it comes from, or -1 for the message as a whole. */
export interface Feature {
  bucket: number;
  value: number;
  of: number;
}

export interface Described {
  tokens: Token[];
  features: Feature[];
}

/** How much each sort of feature counts beside the others; found by trying on the development split. */
const scale = { word: 1, pair: 0.6, letters: 0.5, kind: 0.5, shape: 0.5 };

/** Words that turn round what the next few say. */
const NEGATION_REACH = 3;

/** Describes a message in numbers: its words and pairs, the letters of its words, what its words tell, and its shape. */
export function describe(text: string, channel: string, language: string): Described {
  const tokens = tokensOf(text);
  const kinds = lexiconFor(language)(tokens.map(({ word }) => word));
  const negated = negatedIn(tokens, kinds);
  const parts = [
    scaled(words(tokens, negated), scale.word),
    scaled(pairs(tokens), scale.pair),
    scaled(letters(tokens), scale.letters),
    weighted(told(kinds, negated), scale.kind),
    weighted(
      [...shapeOf(text, tokens), `channel:${channel}`].map((name): Named => [name, -1]),
      scale.shape,
    ),
  ];
  return { tokens, features: parts.flat() };
}

type Named = readonly [name: string, of: number];

/** Many features of a sort count together as much as few: a long message is not a stronger one. */
function scaled(names: Named[], factor: number): Feature[] {
  return weighted(names, (factor * 2) / Math.sqrt(names.length + 3));
}

function weighted(names: Named[], value: number): Feature[] {
  return names.map(([name, of]) => ({ bucket: bucketOf(name), value, of }));
}

function words(tokens: Token[], negated: boolean[]): Named[] {
  return tokens.flatMap(({ word }, index) =>
    negated[index]
      ? [[`w:${word}`, index] as const, [`n:${word}`, index] as const]
      : [[`w:${word}`, index] as const],
  );
}

function pairs(tokens: Token[]): Named[] {
  const names: Named[] = [];
  for (let index = 0; index <= tokens.length; index += 1) {
    const before = tokens[index - 1]?.word ?? '<start>';
    const after = tokens[index]?.word ?? '<end>';
    names.push([`p:${before} ${after}`, Math.min(index, tokens.length - 1)]);
  }
  return names;
}

/** Two to five neighbouring letters: endings, stems and misspelt words are alike in most of theirs. */
function letters(tokens: Token[]): Named[] {
  return tokens.flatMap((token, index) => {
    if (!isWord(token)) return [];
    const padded = `<${token.word}>`;
    const names: Named[] = [];
    for (let length = 2; length <= 5; length += 1) {
      for (let start = 0; start + length <= padded.length; start += 1) {
        names.push([`c:${padded.slice(start, start + length)}`, index]);
      }
    }
    return names;
  });
}

/** Sorts of words whose order tells something; they and what spam is made of also tell something by their company. */
const feeling = /joy|liking|anger|dislike|trouble|thanks|resolved/;
const bait = /promotion|hurry/;

/** What the words tell, turned round behind a negation; and which feelings come first, last, or together. */
function told(kinds: (readonly WordKind[])[], negated: boolean[]): Named[] {
  const single = kinds.flatMap((of, index) =>
    of.map((kind): Named => [negated[index] ? `k:not ${kind}` : `k:${kind}`, index]),
  );
  const feelings = single.filter(([name]) => feeling.test(name));
  const telling = single.filter(([name]) => feeling.test(name) || bait.test(name));
  const found = [...new Set(telling.map(([name]) => name.slice(2)))].sort();
  const together = found.flatMap((a, index) => found.slice(index + 1).map((b): Named => [`t:${a}+${b}`, -1]));
  const [first] = feelings;
  const last = feelings.at(-1);
  const order: Named[] =
    first && last
      ? [
          [`f:${first[0]}`, first[1]],
          [`l:${last[0]}`, last[1]],
        ]
      : [['f:none', -1]];
  return [...single, ...order, ...together];
}

function negatedIn(tokens: Token[], kinds: (readonly WordKind[])[]): boolean[] {
  let left = 0;
  return tokens.map(({ word }, index) => {
    const isNegated = left > 0;
    left = /^[.,;:!?]|^\.\./.test(word) ? 0 : left - 1;
    if (kinds[index]?.includes('negation')) left = NEGATION_REACH;
    return isNegated;
  });
}

/** FNV-1a: short, even and the same everywhere. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 15) ^ hash) & (BUCKETS - 1);
}
