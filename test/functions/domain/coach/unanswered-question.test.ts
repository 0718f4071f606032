import { describe, expect, it } from 'vitest';
import { unansweredQuestion } from '../../../../functions/domain/coach/unanswered-question.ts';

const toldOf = (to: string, reply: string) => unansweredQuestion({ to, reply, visibility: 'public' });

describe('unansweredQuestion', () => {
  it('says what was asked for', () => {
    expect(toldOf('When do you open?', 'Thanks for your message!')?.why).toBe(
      'The customer asks when, and the answer does not say.',
    );
    expect(toldOf('How much is it?', 'Thanks for your interest!')?.why).toContain('how much it is');
  });

  it.each([
    ['When do you open?', 'Which branch do you mean?'],
    ['When do you open?', "I don't know, I'll ask."],
    ['When do you open?', 'At eight.'],
    ['Is this a joke??', 'We hear you.'],
    ['You people, seriously?', 'Thank you for telling us.'],
    ['Is it open and free?', 'It is!'],
  ])('to “%s” takes “%s” for an answer', (to, reply) => {
    expect(toldOf(to, reply)).toBeUndefined();
  });
});
