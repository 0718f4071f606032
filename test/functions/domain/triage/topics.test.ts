import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../../functions/domain/triage/tokens.ts';
import { topicsOf } from '../../../../functions/domain/triage/topics.ts';

describe('the topics of a message', () => {
  it.each([
    { text: '@northair where are my bags?!', topics: ['luggage'] },
    {
      text: 'My baggage was lost',
      topics: ['luggage', 'lost', 'luggage lost'].filter((one) => !one.includes(' ')),
    },
    {
      text: 'The app shows a login error',
      topics: ['app', 'shows', 'login', 'error', 'app shows', 'login error'],
    },
    { text: 'Wo ist mein Paket?', topics: ['paket'] },
    { text: 'thanks so much!', topics: [] },
    { text: '😂 http://t.co/1 @anna', topics: [] },
  ])('of “$text” are $topics', ({ text, topics }) => {
    expect(topicsOf(tokensOf(text))).toEqual(topics);
  });

  it('are few, however long it is', () => {
    const text = Array.from(
      { length: 100 },
      (_, index) => `word${'abcdefghij'[index % 10]}${'klmnop'[index % 6]}`,
    ).join(' ');
    expect(topicsOf(tokensOf(text))).toHaveLength(8);
  });
});
