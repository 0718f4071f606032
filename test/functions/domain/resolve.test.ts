import { describe, expect, it } from 'vitest';
import { nextDueAt } from '../../../functions/domain/conversation.ts';
import { resolve } from '../../../functions/domain/resolve.ts';
import { aCause, aConversation, announced, at, aWaitingConversation, conversationAfter } from './desk.ts';

describe('resolve', () => {
  it.each([
    {
      name: 'who waits',
      conversation: aWaitingConversation(),
      events: ['clock.ended', 'conversation.resolved'],
    },
    {
      name: 'who is snoozed',
      conversation: aWaitingConversation({ status: 'snoozed' }),
      events: ['clock.ended', 'conversation.resolved'],
    },
    { name: 'who does not wait', conversation: aConversation(), events: ['conversation.resolved'] },
  ])('ends every clock and says so: $name', ({ conversation, events }) => {
    const change = resolve(conversation, 'agent-1', aCause({ now: at('11:00') }));
    const after = conversationAfter(change);
    expect(after).toMatchObject({ status: 'resolved', resolvedAt: at('11:00'), unanswered: [] });
    expect(after.clocks.every(({ state }) => state === 'ended')).toBe(true);
    expect(nextDueAt(after)).toBeUndefined();
    expect(announced(change)).toEqual(events);
    expect(change?.actor).toBe('agent-1');
  });

  it('does not undo a breach', () => {
    const change = resolve(aWaitingConversation(), 'agent-1', aCause({ now: at('12:00:00.001') }));
    expect(conversationAfter(change).clocks).toMatchObject([
      { state: 'breached', endedAt: at('12:00:00.001') },
    ]);
  });

  it('happens once', () => {
    const resolved = aConversation({ status: 'resolved', resolvedAt: at('09:30') });
    expect(resolve(resolved, 'agent-1', aCause())).toBeUndefined();
  });
});
