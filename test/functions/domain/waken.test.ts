import { describe, expect, it } from 'vitest';
import { waken } from '../../../functions/domain/waken.ts';
import { aCause, aConversation, aMessage, at, aWaitingConversation } from './desk.ts';
import { sampleTriage } from './triage/sample-triage.ts';

const read = (needsReply: boolean) => ({ triage: { ...sampleTriage, needsReply } });

describe('a message of a customer', () => {
  it('that asks something starts the waiting and brings back what was resolved', () => {
    const resolved = aConversation({ status: 'resolved', resolvedAt: at('09:00') });
    const { conversation, events } = waken(resolved, aMessage(read(true)), aCause());
    expect(conversation).toMatchObject({ status: 'open', unanswered: [{ messageId: 'c-ada.m1' }] });
    expect(conversation.resolvedAt).toBeUndefined();
    expect(events.map(({ name }) => name)).toEqual(['clock.started']);
  });

  it.each([
    { name: 'that asks nothing', message: aMessage(read(false)) },
    { name: 'that its author took back', message: aMessage({ deletedAt: at('10:30') }) },
  ])('$name brings nothing back and starts no clock', ({ message }) => {
    const resolved = aConversation({ status: 'resolved', resolvedAt: at('09:00') });
    expect(waken(resolved, message, aCause())).toEqual({ conversation: resolved, events: [] });
  });

  it('that asks nothing leaves those waiting who wait', () => {
    const waiting = aWaitingConversation();
    expect(waken(waiting, aMessage({ id: 'c-ada.m2', ...read(false) }), aCause()).conversation).toBe(waiting);
  });

  it('of which nothing was read waits as ever', () => {
    expect(waken(aConversation(), aMessage(), aCause()).conversation.unanswered).toHaveLength(1);
  });
});
