import { describe, expect, it } from 'vitest';
import { Message } from '../../../functions/domain/message.ts';
import { releaseScheduled, replyTo } from '../../../functions/domain/reply.ts';
import {
  aCause,
  aConversation,
  announced,
  aReply,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

describe('an agent’s reply', () => {
  it('is queued under the agent’s name', () => {
    const { newMessages } = replyTo(aWaitingConversation(), aReply(), aCause({ now: at('11:00') }));
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
    const change = replyTo(aWaitingConversation(), aReply(), aCause({ now }));
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
    const after = conversationAfter(replyTo(ahead, aReply(), aCause({ now: at('11:00') })));
    expect(after).toMatchObject({ unanswered: [], lastAnswerAt: at('11:00:02'), clocks: [{ state: 'met' }] });
  });

  it('may be written where nobody waits', () => {
    const change = replyTo(aConversation(), aReply(), aCause());
    expect(conversationAfter(change)).toMatchObject({ clocks: [], lastAnswerAt: at('12:00') });
    expect(announced(change)).toEqual(['message.answered']);
  });

  it('leaves where the person spoke last', () => {
    const change = replyTo(aWaitingConversation(), aReply({ visibility: 'private' }), aCause());
    expect(conversationAfter(change).visibility).toBe('public');
  });
});

describe('a reply in parts', () => {
  const change = replyTo(
    aWaitingConversation(),
    aReply({ texts: ['one', 'two', 'three'], attachments: [{ type: 'image' }] }),
    aCause({ now: at('11:00') }),
  );

  it('is as many messages, in their order, of one series', () => {
    const { newMessages } = change;
    expect([...newMessages].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ text }) => text)).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(new Set(newMessages.map(({ outbound }) => outbound?.series))).toEqual(
      new Set([newMessages[0].id]),
    );
    expect(newMessages.map(({ attachments }) => attachments.length)).toEqual([1, 0, 0]);
  });

  it('answers once', () => {
    expect(announced(change)).toEqual([
      'message.answered',
      'message.answered',
      'message.answered',
      'clock.met',
    ]);
    expect(change.newMessages.map(({ outbound }) => outbound?.stopped !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what a reply remembers', () => {
  it('is where the platform may show it, and what the inbox showed before it', () => {
    const waiting = aWaitingConversation();
    const { newMessages } = replyTo(waiting, aReply({ texts: ['one', 'two'], under: 'm0' }), aCause());
    const { preview, lastMessageId, lastMessageAt } = waiting;
    const [one, two] = newMessages;
    expect(one.outbound).toMatchObject({ under: 'm0', covered: { preview, lastMessageId, lastMessageAt } });
    expect(two?.outbound).toMatchObject({ covered: { preview: 'one', lastMessageId: one.id } });
  });
});

describe('a scheduled reply', () => {
  const reply = aReply({ scheduled: true, leavesAt: at('11:30') });
  const change = replyTo(aWaitingConversation(), reply, aCause({ now: at('11:00') }));
  const [message] = change.newMessages;
  const release = (now: string, state = message.state) => {
    const { outbound } = message;
    if (!outbound) throw new Error('no way out');
    const departure = { conversation: aWaitingConversation(), message: { ...message, state, outbound } };
    return releaseScheduled(departure, aCause({ now }));
  };

  it('answers nobody yet', () => {
    expect(change.newMessages).toMatchObject([{ state: 'scheduled', outbound: { leavesAt: at('11:30') } }]);
    expect(conversationAfter(change)).toEqual(aWaitingConversation());
    expect(announced(change)).toEqual(['message.scheduled']);
  });

  it('stands where it will be said, not where it was written', () => {
    expect(message.at).toBe(at('11:30'));
    expect(message.id.startsWith(`c-ada.${at('11:30').slice(0, 16)}`)).toBe(true);
  });

  it('is what was said last once its time has come', () => {
    const after = conversationAfter(release(at('11:30')));
    const { messageCount } = aWaitingConversation();
    expect(after).toMatchObject({
      lastMessageId: message.id,
      preview: 'We look into it.',
      messageCount: messageCount + 1,
    });
  });

  it('answers when its time has come', () => {
    const released = release(at('11:30'));
    expect(released?.changedMessages).toMatchObject([{ state: 'queued' }]);
    expect(conversationAfter(released)).toMatchObject({
      unanswered: [],
      clocks: [{ state: 'met', answeredAt: at('11:30') }],
    });
    expect(announced(released)).toEqual(['message.answered', 'clock.met']);
  });

  it.each([
    { name: 'before its time', now: at('11:29:59.999'), state: 'scheduled' as const },
    { name: 'twice', now: at('11:31'), state: 'queued' as const },
    { name: 'when it was taken back', now: at('11:31'), state: 'cancelled' as const },
  ])('does not leave $name', ({ now, state }) => {
    expect(release(now, state)).toBeUndefined();
  });
});
