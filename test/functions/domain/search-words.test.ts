import { describe, expect, it } from 'vitest';
import { askedWords, tellingWords, wordsOf } from '../../../functions/domain/search-words.ts';

describe('the words of a text', () => {
  const rows: { name: string; text: string; words: string[] }[] = [
    {
      name: 'in lower case and without accents',
      text: 'Crème BRÛLÉE, naïve!',
      words: ['creme', 'brulee', 'naive'],
    },
    { name: 'each once', text: 'late, LATE, late', words: ['late'] },
    { name: 'of a script without spaces', text: '荷物が届かない', words: wordsOf('荷物 が 届かない') },
    { name: 'without what is no word', text: '🎉 … #!', words: [] },
    { name: 'with their numbers', text: 'order LS-20431', words: ['order', 'ls', '20431'] },
    { name: 'without an apostrophe', text: "hasn't hasn’t", words: ['hasnt'] },
  ];

  it.each(rows)('are told $name', ({ text, words }) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('the words by which a message is found', () => {
  it('are those that tell most: numbers, then long ones', () => {
    expect(tellingWords('Hello, the order LS-20431 has not arrived yet, please look')).toEqual([
      '20431',
      'arrived',
      'order',
      'look',
    ]);
  });

  it('are few, however long it is', () => {
    const text = Array.from({ length: 500 }, (_, n) => `word${n}`).join(' ');
    expect(tellingWords(text)).toHaveLength(12);
  });
});

describe('what somebody looks for', () => {
  it('is what tells something, or else all that they wrote', () => {
    expect(askedWords('where is my order')).toEqual(['is', 'my', 'order']);
    expect(askedWords('the')).toEqual(['the']);
    expect(askedWords(' ')).toEqual([]);
  });
});
