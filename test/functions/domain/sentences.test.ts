import { describe, expect, it } from 'vitest';
import { plain, sentencesOf } from '../../../functions/domain/sentences.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['By 5 p.m. today. Then more.', ['By 5 p.m. today.', 'Then more.']],
    ['By 5 p.m. Then more.', ['By 5 p.m.', 'Then more.']],
    ['Dr. Weber, see example.com/ab. Thanks', ['Dr. Weber, see example.com/ab.', 'Thanks']],
    ['It costs 3.50 today.', ['It costs 3.50 today.']],
    ['A line\nand another', ['A line', 'and another']],
    ['What?! No…', ['What?!', 'No…']],
    ['  ', []],
  ])('parts “%s”', (text, sentences) => {
    expect(texts(text)).toEqual(sentences);
  });

  it('says where each begins', () => {
    expect(sentencesOf(' Hello.  You there?')).toEqual([
      { text: 'Hello.', start: 1 },
      { text: 'You there?', start: 9 },
    ]);
  });
});

describe('plain', () => {
  it('keeps every position', () => {
    expect(plain('I’ll call – or write')).toBe("I'll call - or write");
  });
});
