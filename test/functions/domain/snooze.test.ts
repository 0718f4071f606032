import { describe, expect, it } from 'vitest';
import { nextDueAt } from '../../../functions/domain/conversation.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { snooze, wake } from '../../../functions/domain/snooze.ts';
import { aConversation, announced, at, aWaitingConversation, conversationAfter } from './desk.ts';

const until = at('15:00');
const asleep = snooze(aConversation(), until).conversation;

describe('a conversation that is put aside', () => {
  it('falls due when its time is over, and wakes just after', () => {
    expect(nextDueAt(asleep)).toBe(until);
    expect(fallDue(asleep, until)).toBeUndefined();
    const change = fallDue(asleep, at('15:00:00.001'));
    expect(conversationAfter(change)).toEqual(aConversation());
    expect(change?.events).toEqual([{ name: 'conversation.woken', data: { channel: 'x', because: 'time' } }]);
  });

  it('does not stop the clock of who waits: whatever comes first falls due', () => {
    const waiting = snooze(aWaitingConversation(), until).conversation;
    expect(nextDueAt(waiting)).toBe(at('11:30'));
    const warned = fallDue(waiting, at('11:31'));
    expect(conversationAfter(warned).status).toBe('snoozed');
    expect(announced(warned)).toEqual(['clock.warned']);
    expect(announced(fallDue(waiting, at('15:30')))).toContain('conversation.woken');
  });

  it('is put aside for longer, or not again for the same', () => {
    expect(snooze(asleep, at('16:00')).conversation.snoozedUntil).toBe(at('16:00'));
    expect(snooze(asleep, until).conversation).toBe(asleep);
  });

  it('comes back once', () => {
    expect(wake(asleep, 'agent').conversation.status).toBe('open');
    expect(wake(aConversation(), 'agent').events).toEqual([]);
  });

  it('may have been resolved before', () => {
    const resolved = aConversation({ status: 'resolved', resolvedAt: at('11:00') });
    expect(snooze(resolved, until).conversation).toEqual(asleep);
  });
});
