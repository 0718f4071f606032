import { describe, expect, it } from 'vitest';
import {
  freed,
  outboundChange,
  secondsAfter,
  told,
  withoutDeparture,
} from '../../../functions/domain/outbound-change.ts';
import { aDeparture, aMoment, anAftermath, anOutbound, aRefusal } from './departures.ts';
import { aConversation, at } from './desk.ts';

describe('a change of messages on their way', () => {
  it('writes over the conversation that it was decided on, which stays as it is', () => {
    const { conversation, message } = aDeparture();
    const change = outboundChange(conversation, [message], [told('message.sent', message)], aMoment());
    expect(change).toMatchObject({
      conversation: { before: conversation, after: conversation },
      changedMessages: [message],
      events: [{ name: 'message.sent', data: { messageId: 'c-ada.r1', visibility: 'public' } }],
      traceId: 'trace-1',
      at: at('10:31'),
      actor: 'x',
    });
  });

  it('tells the code of a refusal, never its words', () => {
    const event = told('message.failed', aDeparture().message, aRefusal());
    expect(event.data).toEqual({ messageId: 'c-ada.r1', visibility: 'public', reason: 'x:trouble' });
  });
});

describe('freed', () => {
  it('lets go the lease, and the refusal unless there is a new one', () => {
    const outbound = anOutbound({ leasedUntil: at('10:32'), refusal: aRefusal() });
    expect(freed(outbound)).toEqual(anOutbound());
    const refusal = aRefusal({ code: 'x:other' });
    expect(freed(outbound, refusal)).toEqual(anOutbound({ refusal }));
  });
});

describe('a conversation without a departure', () => {
  const covered = { preview: 'Hello?', lastMessageId: 'c-ada.m1', lastMessageAt: at('10:00') };

  it('shows what the message covered', () => {
    const conversation = aConversation({ lastMessageId: 'c-ada.r1', preview: 'We look into it.' });
    const { message } = aDeparture('failed', { covered });
    const outcome = withoutDeparture(conversation, message, anAftermath());
    expect(outcome).toEqual({ conversation: { ...conversation, ...covered }, events: [] });
  });

  it('goes on showing what was said after the message', () => {
    const conversation = aConversation({ lastMessageId: 'c-ada.m2', preview: 'Thanks!' });
    const { message } = aDeparture('failed', { covered });
    expect(withoutDeparture(conversation, message, anAftermath()).conversation).toEqual(conversation);
  });
});

describe('secondsAfter', () => {
  it('counts across midnight', () => {
    expect(secondsAfter('2026-11-20T23:59:59.500Z', 1)).toBe('2026-11-21T00:00:00.500Z');
  });
});
