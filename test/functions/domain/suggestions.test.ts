import { describe, expect, it } from 'vitest';
import { suggest } from '../../../functions/domain/suggestions.ts';

const replies = [
  { id: 'r1', title: 'Lost baggage', text: 'We look for your bag and tell you by tomorrow.' },
  { id: 'r2', title: 'Opening hours', text: 'We are open from nine to six.' },
];
const answers = [
  {
    conversationId: 'C1',
    teamId: 'support',
    question: 'Can I bring my dog to the terrace?',
    answer: 'Of course, there are bowls for dogs.',
    at: '2026-11-20T10:00:00.000Z',
  },
];
const ids = (words: string) => suggest(words, replies, answers).map(({ id }) => id);

describe('suggest', () => {
  it.each([
    ['My baggage is lost!', 'r1'],
    ['what are your opening hours', 'r2'],
    ['are dogs allowed?', 'C1'],
    ['openning hour please', 'r2'],
  ])('for “%s” puts %s first', (words, id) => {
    expect(ids(words)[0]).toBe(id);
  });

  it('suggests nothing that has nothing to do with it', () => {
    expect(ids('My card was refused')).toEqual([]);
    expect(ids('thank you and hello')).toEqual([]);
  });

  it('says where a past answer is from, and how well it fits', () => {
    expect(suggest('dog', replies, answers)).toMatchObject([
      { kind: 'past-answer', title: 'Can I bring my dog to the terrace?', from: 'C1', score: 1 },
    ]);
  });
});
