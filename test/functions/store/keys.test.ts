import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conversationKey, isMessageId, messageKey } from '../../../functions/store/keys.ts';

const store = new URL('../../../functions/store/', import.meta.url);
const here = new URL('./', import.meta.url);

/** The access patterns that a text names: `A3`, and all of `A1 to A7`. */
function namedIn(text: string): Set<string> {
  const named = new Set<string>();
  for (const [, from = '', to = from] of text.matchAll(/\bA(\d+)(?: to A(\d+))?\b/g)) {
    for (let number = Number(from); number <= Number(to); number += 1) named.add(`A${number}`);
  }
  return named;
}

function sources(folder: URL, ending: string): { file: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

/** Comments that stand above something exported. */
function docstrings(text: string): string {
  return [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?function/g)]
    .map(([, comment]) => comment)
    .join('\n');
}

/** The titles of tests. */
function titles(text: string): string {
  return [...text.matchAll(/\b(?:it|describe)(?:\.each\([^)]*\))?\(\s*(['`])(.*?)\1/g)]
    .map(([, , title]) => title)
    .join('\n');
}

const keys = readFileSync(new URL('keys.ts', store), 'utf8');
const numbers = [...keys.matchAll(/^ \* \| (A\d+) +\|/gm)].map(([, number = '']) => number);

describe('the access patterns', () => {
  it('are numbered in order, each once', () => {
    const order = numbers.map((number) => Number(number.slice(1)));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(17);
  });

  const patterns = numbers.map((number) => ({ number }));

  it.each(patterns)('$number is what some function of the store says it is for', ({ number }) => {
    const functions = sources(store, '.ts').filter(({ text }) => namedIn(docstrings(text)).has(number));
    expect(functions.map(({ file }) => file)).not.toEqual([]);
  });

  it.each(patterns)('$number is in the title of a test of the store', ({ number }) => {
    const tests = sources(here, '.test.ts').filter(({ text }) => namedIn(titles(text)).has(number));
    expect(tests.map(({ file }) => file)).not.toEqual([]);
  });

  it('are the only ones that the store speaks of', () => {
    for (const { file, text } of [...sources(store, '.ts'), ...sources(here, '.test.ts')])
      expect(
        [...namedIn(text)].filter((named) => !numbers.includes(named)),
        file,
      ).toEqual([]);
  });
});

describe('messageKey', () => {
  it('puts a message into the partition of the conversation that its id names (A1, A2)', () => {
    expect(messageKey('C1.M1')).toEqual({ pk: conversationKey('C1').pk, sk: 'MSG#M1' });
  });

  it('is for ids of messages, which have a dot where those of conversations have none', () => {
    expect(isMessageId('C1.M1')).toBe(true);
    expect(isMessageId('C1')).toBe(false);
  });
});
