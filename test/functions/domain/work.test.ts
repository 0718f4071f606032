import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { movedWork, workOf } from '../../../functions/domain/work.ts';
import { aConversation, aWaitingConversation } from './desk.ts';

const waiting = (fields: Partial<Conversation> = {}) => aWaitingConversation({ pooled: true, ...fields });

describe('work', () => {
  it.each([
    { name: 'what somebody waits in', conversation: waiting(), is: { teamId: 'support' } },
    {
      name: 'an agent’s',
      conversation: waiting({ ownerId: 'ann' }),
      is: { teamId: 'support', ownerId: 'ann' },
    },
    { name: 'not where nobody waits', conversation: aConversation({ pooled: true }), is: undefined },
    { name: 'not what was put aside', conversation: waiting({ status: 'snoozed' }), is: undefined },
    { name: 'not what is resolved', conversation: waiting({ status: 'resolved' }), is: undefined },
    { name: 'not where the team does not assign it', conversation: aWaitingConversation(), is: undefined },
  ])('is $name', ({ conversation, is }) => {
    expect(workOf(conversation)).toEqual(is);
  });
});

describe('the news of work', () => {
  const support = { teamId: 'support' };
  const anns = { teamId: 'support', ownerId: 'ann' };
  it.each([
    { name: 'comes', before: undefined, after: waiting(), data: { to: support } },
    {
      name: 'is taken',
      before: waiting(),
      after: waiting({ ownerId: 'ann' }),
      data: { from: support, to: anns },
    },
    {
      name: 'is handed over',
      before: waiting({ ownerId: 'ann' }),
      after: waiting({ teamId: 'press' }),
      data: { from: anns, to: { teamId: 'press' } },
    },
    {
      name: 'is done',
      before: waiting({ ownerId: 'ann' }),
      after: aConversation({ ownerId: 'ann' }),
      data: { from: anns },
    },
  ])('tells that it $name', ({ before, after, data }) => {
    expect(movedWork(before, after)).toEqual(data);
  });

  it('does not tell of what changes nobody’s work', () => {
    expect(movedWork(waiting(), waiting({ priority: 'high' }))).toBeUndefined();
    expect(movedWork(undefined, aWaitingConversation())).toBeUndefined();
  });
});
