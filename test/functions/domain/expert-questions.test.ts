import { describe, expect, it } from 'vitest';
import { nextDueAt } from '../../../functions/domain/conversation.ts';
import { isAsked } from '../../../functions/domain/expert-question-schema.ts';
import { answerExpertQuestion, askExpert } from '../../../functions/domain/expert-questions.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { aCause, aConversation, announced, at, conversationAfter, decided } from './desk.ts';

const asking = {
  expert: { id: 'anna', name: 'Anna', email: 'anna@x.example' },
  text: 'Which papers does she need?',
  agent: { id: 'agent-1', name: 'Mary' },
  remindAt: at('14:00'),
  token: 'secret',
};
const asked = askExpert(aConversation(), asking, aCause({ now: at('12:00') }));
const conversation = conversationAfter(asked);

describe('a question to an expert', () => {
  it('is announced without what is asked, and good for two weeks', () => {
    expect(asked.events).toEqual([
      { name: 'question.asked', data: { questionId: 'q1', expertId: 'anna', channel: 'x' } },
    ]);
    expect(asked.question).toMatchObject({ id: 'q1', askedAt: at('12:00'), expiresAt: at('+14 12:00') });
    expect(isAsked(asked.question, at('+13 12:00'))).toBe(true);
    expect(isAsked(asked.question, at('+14 12:00'))).toBe(false);
  });

  it('is reminded of once, when its time has come', () => {
    expect(nextDueAt(conversation)).toBe(at('14:00'));
    expect(fallDue(conversation, at('14:00'))).toBeUndefined();
    const reminded = fallDue(conversation, at('14:00:00.001'));
    expect(announced(reminded)).toEqual(['question.reminded']);
    expect(nextDueAt(conversationAfter(reminded))).toBeUndefined();
    expect(fallDue(conversationAfter(reminded), at('15:00'))).toBeUndefined();
  });

  it('comes back as a note that names who asked', () => {
    const answer = { token: 'secret', text: 'Passport and photo.' };
    const change = decided(answerExpertQuestion(conversation, answer, aCause({ now: at('13:00') })));
    expect(change.newNotes).toMatchObject([
      {
        text: 'Passport and photo.',
        author: { id: 'expert:anna', name: 'Anna' },
        mentions: ['agent-1'],
      },
    ]);
    expect(announced(change)).toEqual(['question.answered', 'conversation.noted', 'conversation.mentioned']);
    const after = conversationAfter(change);
    expect(after.mentioned).toEqual(['agent-1']);
    expect(nextDueAt(after)).toBeUndefined();
    expect(answerExpertQuestion(after, answer, aCause())).toBeUndefined();
  });

  it.each([
    ['with another token', 'guessed', at('13:00')],
    ['after two weeks', 'secret', at('+14 12:00')],
  ])('is not answered %s', (_, token, now) => {
    expect(answerExpertQuestion(conversation, { token, text: 'x' }, aCause({ now }))).toBeUndefined();
  });
});
