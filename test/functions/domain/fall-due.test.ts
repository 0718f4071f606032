import { describe, expect, it } from 'vitest';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { resolve } from '../../../functions/domain/resolve.ts';
import {
  aCause,
  aConversation,
  announced,
  aReply,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const step = (name: string, to: string) => ({
  clockId: 'c1',
  kind: 'firstResponse',
  step: name,
  to,
  startedAt: at('10:00'),
  dueAt: at('12:00'),
  channel: 'x',
});

describe('time passes', () => {
  it.each([
    {
      name: 'the warning',
      now: at('11:30:00.001'),
      events: [{ name: 'clock.warned', data: step('warning', 'team') }],
    },
    {
      name: 'the breach',
      now: at('12:00:00.001'),
      events: [{ name: 'clock.breached', data: step('breach', 'team') }],
    },
    {
      name: 'what an outage held back',
      now: at('12:20'),
      events: [
        { name: 'clock.breached', data: step('breach', 'team') },
        { name: 'clock.escalated', data: step('escalation-1', 'lead') },
      ],
    },
  ])('and tells $name, with whom to tell', ({ now, events }) => {
    expect(fallDue(aWaitingConversation(), now)?.events).toEqual(events);
  });

  it('and tells each step once, in its turn', () => {
    let conversation = aWaitingConversation();
    const told = ['11:30:01', '11:31', '12:00:01', '12:00:02', '12:15:01', '13:00:01', '20:00'].map(
      (time) => {
        const change = fallDue(conversation, at(time));
        if (change) conversation = conversationAfter(change);
        return change ? announced(change) : [];
      },
    );
    expect(told).toEqual([
      ['clock.warned'],
      [],
      ['clock.breached'],
      [],
      ['clock.escalated'],
      ['clock.escalated'],
      [],
    ]);
  });

  it('and carries the trace of what somebody waits for', () => {
    expect(fallDue(aWaitingConversation(), at('12:30'))).toMatchObject({
      traceId: 'trace-0',
      actor: 'clock',
      at: at('12:30'),
    });
  });

  it('and tells nothing of a warning that comes with the breach, yet remembers it', () => {
    const change = fallDue(aWaitingConversation(), at('12:00:01'));
    expect(conversationAfter(change).clocks[0]?.steps[0]).toMatchObject({
      name: 'warning',
      firedAt: at('12:00:01'),
    });
  });

  it.each([
    { name: 'too early', conversation: aWaitingConversation(), now: at('11:30') },
    {
      name: 'answered meanwhile',
      conversation: conversationAfter(
        replyTo(aWaitingConversation(), aReply(), aCause({ now: at('11:00') })),
      ),
      now: at('20:00'),
    },
    {
      name: 'answered late',
      conversation: conversationAfter(
        replyTo(aWaitingConversation(), aReply(), aCause({ now: at('12:30') })),
      ),
      now: at('20:00'),
    },
    {
      name: 'resolved',
      conversation: conversationAfter(
        resolve(aWaitingConversation(), 'agent-1', aCause({ now: at('11:00') })),
      ),
      now: at('20:00'),
    },
    {
      name: 'marked as resolved while a clock runs',
      conversation: aWaitingConversation({ status: 'resolved' }),
      now: at('20:00'),
    },
    { name: 'nobody waits', conversation: aConversation(), now: at('20:00') },
  ])('and nothing falls due: $name', ({ conversation, now }) => {
    expect(fallDue(conversation, now)).toBeUndefined();
  });

  it('while a conversation is snoozed, too', () => {
    expect(announced(fallDue(aWaitingConversation({ status: 'snoozed' }), at('12:00:01')))).toEqual([
      'clock.breached',
    ]);
  });
});
