import { describe, expect, it } from 'vitest';
import { pastAnswer } from '../../../functions/domain/past-answer.ts';
import { aClock, aConversation, aMessage, at } from './desk.ts';

const met = aClock({ state: 'met', answeredAt: at('10:30') });
const resolved = aConversation({
  status: 'resolved',
  clocks: [met],
  contact: { nativeId: 'ada', name: 'Ada Lovelace' },
});
const question = aMessage({ text: '@desk Can I bring my dog? Yours, Ada' });
const answer = aMessage({
  id: 'c-ada.a1',
  direction: 'outbound',
  author: { agentId: 'agent-1' },
  text: 'Hi Ada! Of course, there are bowls for dogs on the terrace.',
  at: at('10:30'),
  state: 'sent',
});
const never = () => false;

describe('pastAnswer', () => {
  it('is what was asked and answered, without who asked', () => {
    expect(pastAnswer(resolved, [question, answer], never)).toEqual({
      conversationId: 'c-ada',
      teamId: 'support',
      question: 'Can I bring my dog? Yours, {name}',
      answer: 'Hi {name}! Of course, there are bowls for dogs on the terrace.',
      at: at('10:30'),
    });
  });

  it.each([
    ['is still open', { conversation: { ...resolved, status: 'open' as const } }],
    ['was late', { conversation: { ...resolved, clocks: [aClock({ state: 'breached' })] } }],
    ['was never answered', { messages: [question] }],
    ['was answered in a word', { messages: [question, { ...answer, text: 'Yes!' }] }],
    ['was answered by itself', { messages: [question, { ...answer, author: {} }] }],
    ['is about one person', { isPersonal: () => true }],
  ])(
    'is not kept of what %s',
    (_, {
      conversation = resolved,
      messages = [question, answer],
      isPersonal = never,
    }: {
      conversation?: typeof resolved;
      messages?: (typeof question)[];
      isPersonal?: () => boolean;
    }) => {
      expect(pastAnswer(conversation, messages, isPersonal)).toBeUndefined();
    },
  );
});
