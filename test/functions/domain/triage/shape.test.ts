import { describe, expect, it } from 'vitest';
import { isWordless, shapeOf } from '../../../../functions/domain/triage/shape.ts';
import { tokensOf } from '../../../../functions/domain/triage/tokens.ts';

const shape = (text: string) => shapeOf(text, tokensOf(text));

describe('the shape of a message', () => {
  it.each([
    { text: 'where is my bag', tells: ['s:begins as a question', 's:asks nothing'] },
    { text: 'is it open today?', tells: ['s:asks first and only', 's:asks at the end'] },
    { text: 'WHERE IS MY BAG!!', tells: ['s:shouts throughout', 's:cries out loud'] },
    { text: 'thx', tells: ['s:thanks alone', 's:length:0-1'] },
    { text: '😂', tells: ['s:no words', 's:laughs'] },
    { text: 'love it 😍', tells: ['s:glad picture'] },
    { text: 'no :(', tells: ['s:sad picture'] },
    {
      text: 'RT @a: news http://t.co/1',
      tells: ['s:is a retweet', 's:link at the end', 's:link without question'],
    },
    { text: 'on hold for 2 hours', tells: ['s:counts hours'] },
    { text: '@a @b @c @d look', tells: ['s:handles:3', 's:starts with a handle'] },
  ])('of “$text” tells $tells', ({ text, tells }) => {
    expect(shape(text)).toEqual(expect.arrayContaining(tells));
  });
});

describe('a message without words', () => {
  it.each(['👍', '@anna @tom', '😂😂 @leo', '❤️ :)', '!!!'])('is “%s”', (text) => {
    expect(isWordless(text, tokensOf(text))).toBe(true);
  });

  it.each(['', '?', '😡', '👍?', 'ok 👍', '@anna look', '42', 'http://t.co/1'])('is not “%s”', (text) => {
    expect(isWordless(text, tokensOf(text))).toBe(false);
  });
});
