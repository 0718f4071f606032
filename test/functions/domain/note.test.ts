import { expect, it } from 'vitest';
import { withoutMention } from '../../../functions/domain/note.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { aCause, aConversation, aReply, conversationAfter } from './desk.ts';

it('asks those on who have not written, and leaves no empty list', () => {
  expect(withoutMention(aConversation({ mentioned: ['mary', 'ken'] }), 'mary').mentioned).toEqual(['ken']);
  expect(withoutMention(aConversation({ mentioned: ['mary'] }), 'mary')).toEqual(aConversation());
});

it('leaves a conversation as it is in which somebody was not mentioned', () => {
  const conversation = aConversation({ mentioned: ['ken'] });
  expect(withoutMention(conversation, 'mary')).toBe(conversation);
});

it('takes an answer to the customer for a word too', () => {
  const conversation = aConversation({ mentioned: ['agent-1'] });
  expect(conversationAfter(replyTo(conversation, aReply(), aCause()))).not.toHaveProperty('mentioned');
});
