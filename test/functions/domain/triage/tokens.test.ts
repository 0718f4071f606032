import { describe, expect, it } from 'vitest';
import { isWord, tokensOf } from '../../../../functions/domain/triage/tokens.ts';

const wordsOf = (text: string) => tokensOf(text).map(({ word }) => word);

describe('the tokens of a message', () => {
  it.each([
    {
      name: 'keeps no names, links or numbers',
      text: '@northair AA123 to http://t.co/x at 6:40, $75 and 12 bags',
      words: [
        '<handle>',
        '<code>',
        'to',
        '<link>',
        'at',
        '<time>',
        ',',
        '<money>',
        'and',
        '<number>',
        'bags',
      ],
    },
    { name: 'cuts what is lengthened', text: 'sooooo baaaad', words: ['soo', 'baad'] },
    {
      name: 'reads the spellings of phones',
      text: 'thx u cant wait 2 hrs',
      words: ['thanks', 'you', "can't", 'wait', '<digit>', 'hours'],
    },
    {
      name: 'reads the shorthands of haste',
      text: '3hrs w/ kids w/o food b/c no crew, 45mins',
      words: [
        '<digit>',
        'hours',
        'with',
        'kids',
        'without',
        'food',
        'because',
        'no',
        'crew',
        ',',
        '<number>',
        'minutes',
      ],
    },
    {
      name: 'takes tags apart at their capitals',
      text: '#WorstTripEver #WhatAJoke #fail AA12',
      words: ['worst', 'trip', 'ever', 'what', 'a', 'joke', 'fail', '<code>'],
    },
    {
      name: 'keeps signs, faces and pictures',
      text: 'great :( really?! 😡 ...',
      words: ['great', ':(', 'really', '?!', '😡', '...'],
    },
    { name: 'reads any alphabet', text: 'Größe übernächste señor', words: ['größe', 'übernächste', 'señor'] },
    { name: 'knows both apostrophes', text: "don’t don't", words: ["don't", "don't"] },
  ])('$name', ({ text, words }) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('remember how it was written', () => {
    expect(tokensOf('THX')).toEqual([{ word: 'thanks', shown: 'THX' }]);
  });

  it('tell words from signs', () => {
    expect(
      tokensOf('@a help !! 😡')
        .filter(isWord)
        .map(({ word }) => word),
    ).toEqual(['help']);
  });
});
