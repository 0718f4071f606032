import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import {
  aCause,
  aClock,
  aConversation,
  ada,
  aMessage,
  aMessageEvent,
  anIdentity,
  announced,
  at,
  aWaitingConversation,
  conversationAfter,
  decided,
} from './desk.ts';
import { sampleTriage } from './triage/sample-triage.ts';

describe('a first message', () => {
  const change = decided(receiveMessage(aMessageEvent({ person: { ...ada, followers: 12 } }), {}, aCause()));

  it('opens a conversation with its clock', () => {
    expect(change.conversation?.before).toBeUndefined();
    expect(conversationAfter(change)).toMatchObject({
      status: 'open',
      channel: 'x',
      visibility: 'public',
      teamId: 'support',
      preview: 'My card was refused.',
      messageCount: 1,
      openedAt: at('10:00'),
      contact: { nativeId: 'ada', followers: 12 },
      clocks: [{ id: 'c1', kind: 'firstResponse', startedAt: at('10:00'), dueAt: at('12:00') }],
      traceId: 'trace-1',
    });
    expect(announced(change)).toEqual(['conversation.opened', 'message.received', 'clock.started']);
  });

  it('is kept as it was said, with the platform’s time and ours', () => {
    expect(change.newMessages).toEqual([
      expect.objectContaining({
        nativeId: 'm1',
        direction: 'inbound',
        text: 'My card was refused.',
        author: { nativeId: 'ada', name: 'Ada', handle: 'ada_l' },
        at: at('10:00'),
        receivedAt: at('12:00'),
        state: 'received',
      }),
    ]);
  });

  it('makes the person known', () => {
    expect(change.newContact?.identities).toEqual([{ channel: 'x', nativeId: 'ada' }]);
    expect(change.identity?.after.threads).toEqual({ 'desk-1': conversationAfter(change).id });
  });

  it('is named alike however often and whenever it is decided', () => {
    const again = decided(receiveMessage(aMessageEvent(), {}, aCause({ now: at('13:00') })));
    expect(again.newMessages[0]?.id).toBe(change.newMessages[0]?.id);
    expect(conversationAfter(again).id).toBe(conversationAfter(change).id);
  });
});

describe('a further message', () => {
  it.each([
    {
      name: 'joins who waits already',
      current: aWaitingConversation(),
      status: 'open',
      events: ['message.received'],
    },
    {
      name: 'starts a clock where nobody waited',
      current: aConversation(),
      status: 'open',
      events: ['message.received', 'clock.started'],
    },
    {
      name: 'wakes a snoozed conversation',
      current: aConversation({ status: 'snoozed' }),
      status: 'open',
      events: ['message.received', 'conversation.woken', 'clock.started'],
    },
    {
      name: 'opens a resolved one again',
      current: aConversation({ status: 'resolved', resolvedAt: at('09:30') }),
      status: 'open',
      events: ['conversation.reopened', 'message.received', 'clock.started'],
    },
  ])('$name', ({ current, status, events }) => {
    const change = receiveMessage(
      aMessageEvent({ nativeId: 'm2', at: at('10:20') }),
      { current, identity: anIdentity() },
      aCause(),
    );
    expect(change?.conversation?.before).toBe(current);
    expect(conversationAfter(change).status).toBe(status);
    expect(conversationAfter(change)).not.toHaveProperty('resolvedAt');
    expect(announced(change)).toEqual(events);
  });

  it.each([
    { name: 'a snoozed conversation asleep', status: 'snoozed' as const },
    { name: 'a resolved conversation resolved', status: 'resolved' as const, resolvedAt: at('11:30') },
  ])('leaves $name when it was answered before it arrived', (state) => {
    const current = aConversation({
      ...state,
      firstAnswerAt: at('10:30'),
      lastAnswerAt: at('10:30'),
      clocks: [aClock({ state: 'met', answeredAt: at('10:30') })],
      clockCount: 1,
    });
    const change = receiveMessage(aMessageEvent({ nativeId: 'm2', at: at('10:20') }), { current }, aCause());
    expect(conversationAfter(change)).toMatchObject({ ...state, unanswered: [], messageCount: 2 });
    expect(announced(change)).toEqual(['message.received']);
  });

  it('opens a resolved conversation again for what nobody had seen when it was resolved', () => {
    const current = aConversation({
      status: 'resolved',
      resolvedAt: at('11:00'),
      firstAnswerAt: at('10:00'),
      lastAnswerAt: at('10:00'),
    });
    const change = receiveMessage(aMessageEvent({ nativeId: 'm2', at: at('10:45') }), { current }, aCause());
    expect(conversationAfter(change)).toMatchObject({ status: 'open', unanswered: [{ at: at('10:45') }] });
  });

  it('carries its own trace when it is what somebody waits for, and leaves the other otherwise', () => {
    const trace = (current: Conversation) =>
      conversationAfter(receiveMessage(aMessageEvent({ at: at('10:20') }), { current }, aCause())).traceId;
    expect(trace(aConversation())).toBe('trace-1');
    expect(trace(aConversation({ firstAnswerAt: at('10:30'), lastAnswerAt: at('10:30') }))).toBe('trace-0');
  });

  it('brings the profile up to date', () => {
    const person = { ...ada, name: 'Ada Lovelace' };
    const change = receiveMessage(
      aMessageEvent({ person }),
      { current: aConversation(), identity: anIdentity() },
      aCause(),
    );
    expect(conversationAfter(change).contact.name).toBe('Ada Lovelace');
    expect(change?.identity?.after.profile.name).toBe('Ada Lovelace');
    expect(change?.newContact).toBeUndefined();
  });
});

describe('a message that is there already', () => {
  const known = { message: aMessage(), answered: aWaitingConversation() };

  it('changes nothing', () => {
    expect(receiveMessage(aMessageEvent(), known, aCause())).toBeUndefined();
  });

  it('takes a delivery of the whole message as an edit', () => {
    const edited = aMessageEvent({ text: 'It works now.', editedAt: at('10:05') });
    const change = receiveMessage(edited, known, aCause());
    expect(change?.changedMessages).toMatchObject([{ text: 'It works now.', editedAt: at('10:05') }]);
    expect(change?.newMessages).toEqual([]);
    expect(announced(change)).toEqual(['message.edited']);
  });

  it('takes the same edit once', () => {
    const message = aMessage({ text: 'It works now.', editedAt: at('10:05') });
    const edited = aMessageEvent({ text: 'It works now.', editedAt: at('10:05') });
    expect(receiveMessage(edited, { ...known, message }, aCause())).toBeUndefined();
  });
});

describe('what came before its message', () => {
  const self = (pending: object) => ({
    self: { channel: 'x', accountId: 'desk-1', nativeId: 'm1', pending },
  });

  it('is applied: an edit', () => {
    const change = receiveMessage(
      aMessageEvent(),
      self({ edit: { text: 'Twice!', at: at('10:05') } }),
      aCause(),
    );
    expect(change?.newMessages).toMatchObject([
      {
        text: 'Twice!',
        editedAt: at('10:05'),
        earlierTexts: [{ text: 'My card was refused.', until: at('10:05') }],
      },
    ]);
    expect(conversationAfter(change).preview).toBe('Twice!');
    expect(announced(change)).toContain('message.edited');
  });

  it('is applied: a deletion, after which nobody waits', () => {
    const change = receiveMessage(aMessageEvent(), self({ deletedAt: at('10:10') }), aCause());
    expect(change?.newMessages).toMatchObject([{ text: 'My card was refused.', deletedAt: at('10:10') }]);
    expect(conversationAfter(change)).toMatchObject({ preview: '', clocks: [], unanswered: [] });
    expect(announced(change)).toEqual(['conversation.opened', 'message.received', 'message.deleted']);
  });

  it('does not reopen a conversation with what its author took back', () => {
    const current = aConversation({ status: 'resolved', resolvedAt: at('09:30') });
    const change = receiveMessage(
      aMessageEvent(),
      { ...self({ deletedAt: at('10:10') }), current },
      aCause(),
    );
    expect(conversationAfter(change)).toMatchObject({ status: 'resolved', resolvedAt: at('09:30') });
    expect(announced(change)).not.toContain('conversation.reopened');
  });

  it('is applied: that it is hidden', () => {
    const change = receiveMessage(aMessageEvent(), self({ hidden: true }), aCause());
    expect(change?.newMessages).toMatchObject([{ hidden: true }]);
    expect(announced(change)).toContain('message.hidden');
  });

  it('is applied: our answers, all of them', () => {
    const early = { visibility: 'public', text: 'Yes?', attachments: [], receivedAt: at('10:31') };
    const answers = [
      { ...early, nativeId: 'a1', at: at('10:30') },
      { ...early, nativeId: 'a2', at: at('10:40') },
    ];
    const change = receiveMessage(aMessageEvent(), self({ answers }), aCause());
    expect(change?.newMessages.map(({ nativeId, direction }) => [nativeId, direction])).toEqual([
      ['m1', 'inbound'],
      ['a1', 'outbound'],
      ['a2', 'outbound'],
    ]);
    expect(conversationAfter(change)).toMatchObject({
      messageCount: 3,
      unanswered: [],
      clocks: [{ state: 'met', answeredAt: at('10:30') }],
      firstAnswerAt: at('10:30'),
      lastAnswerAt: at('10:40'),
    });
  });
});

describe('the post that a message hangs under', () => {
  const post = { nativeId: 'p1', permalink: 'https://x.example/p1', text: 'We have moved.' };

  it('is kept with what the delivery tells of it', () => {
    const change = receiveMessage(aMessageEvent({ post }), {}, aCause());
    expect(change?.posts).toEqual([{ channel: 'x', accountId: 'desk-1', ...post }]);
    expect(conversationAfter(change).postId).toBe('p1');
    expect(change?.newMessages).toMatchObject([{ postId: 'p1' }]);
  });

  it('is not written again', () => {
    const known = { post: { channel: 'x' as const, accountId: 'desk-1', nativeId: 'p1' } };
    expect(receiveMessage(aMessageEvent({ post }), known, aCause())?.posts).toEqual([]);
  });
});

describe('what was read from a message', () => {
  const cause = (needsReply: boolean) => aCause({ triage: () => ({ ...sampleTriage, needsReply }) });

  it('is kept with it and with its conversation', () => {
    const change = decided(receiveMessage(aMessageEvent(), {}, cause(true)));
    expect(change.newMessages[0]?.triage).toEqual(sampleTriage);
    expect(conversationAfter(change).triage).toMatchObject({ reason: 'problem', topics: ['app', 'login'] });
  });

  it('opens a conversation without a clock when it asks nothing', () => {
    const change = decided(receiveMessage(aMessageEvent(), {}, cause(false)));
    expect(conversationAfter(change)).toMatchObject({ status: 'open', unanswered: [], clocks: [] });
    expect(announced(change)).toEqual(['conversation.opened', 'message.received']);
  });

  it('leaves a resolved conversation resolved when it is thanks', () => {
    const current = aConversation({ status: 'resolved', resolvedAt: at('09:00') });
    const change = decided(
      receiveMessage(aMessageEvent(), { current, identity: anIdentity() }, cause(false)),
    );
    expect(conversationAfter(change)).toMatchObject({
      status: 'resolved',
      messageCount: current.messageCount + 1,
    });
    expect(announced(change)).toEqual(['message.received']);
  });
});
