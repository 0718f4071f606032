import { describe, expect, it } from 'vitest';
import { emptyChange } from '../../../functions/domain/change.ts';
import { Message } from '../../../functions/domain/message.ts';
import { addEarlyAnswers, pendingEvents, withPending } from '../../../functions/domain/pending.ts';
import {
  aCause,
  aConversation,
  aMessage,
  announced,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const edit = { text: 'Twice!', at: at('10:05') };
const edited = {
  text: 'Twice!',
  editedAt: at('10:05'),
  earlierTexts: [{ text: 'My card was refused.', until: at('10:05') }],
};

describe('withPending', () => {
  it.each([
    { name: 'nothing', pending: undefined, changed: {} },
    { name: 'an edit', pending: { edit }, changed: edited },
    {
      name: 'an edit that is older than the message',
      pending: { edit: { text: 'old', at: at('09:00') } },
      changed: {},
    },
    { name: 'a deletion', pending: { deletedAt: at('10:10') }, changed: { deletedAt: at('10:10') } },
    { name: 'a hiding', pending: { hidden: true }, changed: { hidden: true } },
    {
      name: 'all at once',
      pending: { edit, deletedAt: at('10:10'), hidden: true },
      changed: { ...edited, deletedAt: at('10:10'), hidden: true },
    },
  ])('applies $name', ({ pending, changed }) => {
    expect(withPending(aMessage(), pending)).toEqual({ ...aMessage(), ...changed });
  });
});

describe('pendingEvents', () => {
  it('tells what was told before the message was there, in the order in which it can have happened', () => {
    const pending = { edit, deletedAt: at('10:10'), hidden: true };
    expect(pendingEvents(aMessage(), pending).map(({ name }) => name)).toEqual([
      'message.edited',
      'message.hidden',
      'message.deleted',
    ]);
    expect(pendingEvents(aMessage(), { hidden: false })).toEqual([]);
  });
});

describe('addEarlyAnswers', () => {
  const change = {
    ...emptyChange({ traceId: 'trace-1', at: at('12:00'), actor: 'x' }),
    conversation: { before: undefined, after: aWaitingConversation() },
    newMessages: [aMessage()],
  };
  const early = {
    nativeId: 'a1',
    visibility: 'public' as const,
    text: 'Yes?',
    attachments: [],
    at: at('10:30'),
    receivedAt: at('10:31'),
  };

  it('adds none to a change when there are none', () => {
    expect(addEarlyAnswers(change, undefined, aCause())).toBe(change);
  });

  it('adds them as messages of ours and stops the clock', () => {
    const answered = addEarlyAnswers(change, [early], aCause());
    expect(answered.newMessages[1]).toMatchObject({
      ...early,
      direction: 'outbound',
      state: 'sent',
      conversationId: 'c-ada',
    });
    expect(Message.parse(answered.newMessages[1])).toEqual(answered.newMessages[1]);
    expect(conversationAfter(answered).clocks).toMatchObject([{ state: 'met', answeredAt: at('10:30') }]);
    expect(announced(answered)).toEqual(['message.answered', 'clock.met']);
  });

  it('names them as if they had come in time', () => {
    const [, message] = addEarlyAnswers(change, [early], aCause()).newMessages;
    const cause = aCause();
    expect(message?.id).toBe(`${aConversation().id}.${cause.orderedId(at('10:30'), 'x:desk-1:a1')}`);
  });
});
