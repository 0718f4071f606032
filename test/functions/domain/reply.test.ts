import { describe, expect, it } from 'vitest';
import { Message } from '../../../functions/domain/message.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { aCause, aConversation, announced, at, aWaitingConversation, conversationAfter } from './desk.ts';

const reply = {
  key: 'r1',
  text: 'We look into it.',
  visibility: 'public' as const,
  agent: { id: 'agent-1', name: 'Mary' },
};

describe('an agent’s reply', () => {
  it('is queued under the agent’s name', () => {
    const { newMessages } = replyTo(aWaitingConversation(), reply, aCause({ now: at('11:00') }));
    expect(newMessages).toMatchObject([
      {
        direction: 'outbound',
        state: 'queued',
        text: 'We look into it.',
        author: { agentId: 'agent-1', name: 'Mary' },
        at: at('11:00'),
      },
    ]);
    expect(newMessages[0]).not.toHaveProperty('nativeId');
    expect(Message.parse(newMessages[0])).toEqual(newMessages[0]);
  });

  it.each([
    { name: 'at the very instant that it is due', now: at('12:00'), state: 'met', event: 'clock.met' },
    { name: 'a millisecond later', now: at('12:00:00.001'), state: 'breached', event: 'clock.ended' },
  ])('stops the clock: $name', ({ now, state, event }) => {
    const change = replyTo(aWaitingConversation(), reply, aCause({ now }));
    expect(conversationAfter(change)).toMatchObject({
      unanswered: [],
      clocks: [{ state, answeredAt: now }],
      preview: 'We look into it.',
    });
    expect(announced(change)).toEqual(['message.answered', event]);
    expect(change.actor).toBe('agent-1');
  });

  it('answers all that was there, though the platform’s clock runs ahead of ours', () => {
    const ahead = aWaitingConversation({
      unanswered: [
        { messageId: 'c-ada.m1', at: at('10:00') },
        { messageId: 'c-ada.m2', at: at('11:00:02') },
      ],
    });
    const after = conversationAfter(replyTo(ahead, reply, aCause({ now: at('11:00') })));
    expect(after).toMatchObject({ unanswered: [], lastAnswerAt: at('11:00:02'), clocks: [{ state: 'met' }] });
  });

  it('may be written where nobody waits', () => {
    const change = replyTo(aConversation(), reply, aCause());
    expect(conversationAfter(change)).toMatchObject({ clocks: [], lastAnswerAt: at('12:00') });
    expect(announced(change)).toEqual(['message.answered']);
  });

  it('leaves where the person spoke last', () => {
    const change = replyTo(aWaitingConversation(), { ...reply, visibility: 'private' }, aCause());
    expect(conversationAfter(change).visibility).toBe('public');
  });
});
