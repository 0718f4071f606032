import { describe, expect, it } from 'vitest';
import {
  clockView,
  conversationDetail,
  conversationView,
  messageView,
  windowOf,
} from '../../../functions/api/representation.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { sampleTriage } from '../domain/triage/sample-triage.ts';
import { runningClock, sampleConversation, sampleMessage } from '../store/sample.ts';

const DUE = '2026-11-20T12:00:00.000Z';
const clock = runningClock(DUE);

describe('clockView', () => {
  const rows = [
    { name: 'runs until it is due', now: DUE, clock, state: 'running', waiting: true },
    {
      name: 'is breached right after, told or not',
      now: '2026-11-20T12:00:00.001Z',
      clock,
      state: 'breached',
      waiting: true,
    },
    {
      name: 'stays met',
      now: '2026-11-21T00:00:00.000Z',
      clock: { ...clock, state: 'met' as const, answeredAt: DUE },
      state: 'met',
      waiting: false,
    },
    {
      name: 'stays ended',
      now: '2026-11-21T00:00:00.000Z',
      clock: { ...clock, state: 'ended' as const, endedAt: DUE },
      state: 'ended',
      waiting: false,
    },
  ];

  it.each(rows)('$name', ({ clock: shown, now, state, waiting }) => {
    expect(clockView(shown, now)).toMatchObject({
      state,
      waiting,
      dueAt: DUE,
      why: { sentence: expect.any(String) },
    });
  });
});

describe('conversationView', () => {
  it('shows the clock of a promise where it is the only one, or due before the answer', () => {
    const promised = {
      id: 'p1',
      text: 'By eleven.',
      clock: { ...runningClock('2026-11-20T11:00:00.000Z'), id: 'p1', kind: 'promise' as const },
    };
    const answered = { ...clock, id: 'c0', state: 'met' as const, answeredAt: DUE };
    const shown = (clocks: Conversation['clocks']) =>
      conversationView(sampleConversation('promised', { clocks, promises: [promised] }), DUE).clocks.map(
        ({ id, waiting }) => [id, waiting],
      );
    expect(shown([answered])).toEqual([
      ['c0', false],
      ['p1', true],
    ]);
    expect(shown([answered, clock])).toEqual([
      ['c0', false],
      ['p1', true],
      ['c1', true],
    ]);
  });

  it('shows what a row of the inbox needs, and none of the desk’s own notes', () => {
    const conversation = sampleConversation('shown', { clocks: [clock], version: 3 });
    const view = conversationView(conversation, DUE);
    expect(view).toMatchObject({
      id: conversation.id,
      contact: { id: 'contact-1', handle: 'ines_okoro_ex' },
      preview: 'My parcel is late',
      unanswered: 0,
      clocks: [{ kind: 'firstResponse', state: 'running' }],
      version: 3,
    });
    expect(Object.keys(view)).not.toContain('traceId');
  });
});

describe('the window for private words', () => {
  const limits = { text: { public: 1, private: 1 }, privateWindow: { any: 86_400, human: 604_800 } };
  const wrote = sampleConversation('window', { lastPrivateInboundAt: '2026-11-20T12:00:00.000Z' });

  it('ends a day, and for people a week, after the person’s last private word', () => {
    const window = { endsAt: '2026-11-21T12:00:00.000Z', humanEndsAt: '2026-11-27T12:00:00.000Z' };
    expect(conversationView(wrote, DUE, limits)).toMatchObject({ window });
  });

  it.each([
    { name: 'the person never wrote in private', conversation: sampleConversation('none'), of: limits },
    { name: 'the platform has no end', conversation: wrote, of: { ...limits, privateWindow: undefined } },
    { name: 'the channel sends nothing', conversation: wrote, of: undefined },
  ])('is not there where $name', ({ conversation, of }) => {
    expect(windowOf(conversation, of)).toBeUndefined();
  });
});

describe('messageView', () => {
  it('shows how far a message of ours came, without the desk’s own notes', () => {
    const refusal = { code: 'x:trouble', explanation: 'No.', advice: 'Wait.' };
    const covered = { preview: 'a', lastMessageId: 'b', lastMessageAt: DUE };
    const outbound = {
      leavesAt: DUE,
      attempts: 2,
      refusal,
      covered,
      under: 'm0',
      leasedUntil: DUE,
      heldFor: 'x#18',
    };
    const message = sampleMessage(sampleConversation('ours'), 'ours', { outbound });
    const view = JSON.parse(JSON.stringify(messageView(message, undefined)));
    expect(view.outbound).toEqual({ leavesAt: DUE, attempts: 2, refusal });
  });
});

describe('conversationDetail', () => {
  it('puts messages, posts, activity and what people liked together', () => {
    const conversation = sampleConversation('detail');
    const message = sampleMessage(conversation, 'liked');
    const post = { channel: 'x' as const, accountId: '18', nativeId: 'post', text: 'A post' };
    const events = [
      { name: 'message.received', data: {} },
      { name: 'clock.started', data: {} },
    ];
    const activity = [
      { id: 'E1', conversationId: conversation.id, at: DUE, actor: 'x', traceId: 't', events },
    ];
    const engagement = new Map([
      ['liked', { likes: 2, shares: 1 }],
      ['post', { likes: 9, shares: 0 }],
    ]);
    const detail = conversationDetail(conversation, {
      messages: [message],
      hasEarlier: false,
      notes: [],
      posts: [post],
      activity,
      engagement,
      now: DUE,
    });
    expect(detail).toMatchObject({
      messages: [{ id: message.id, engagement: { likes: 2, shares: 1 } }],
      posts: [{ text: 'A post', engagement: { likes: 9 } }],
      activity: [
        { id: 'E1.0', name: 'message.received', actor: 'x', traceId: 't' },
        { id: 'E1.1', name: 'clock.started' },
      ],
    });
    expect(messageView(message, undefined)).not.toHaveProperty('conversationId');
  });
});

describe('what was read from the messages', () => {
  it('is part of the row, and left out as long as nothing was read', () => {
    const { reason, sentiment, urgency, language, needsReply, spam, topics } = sampleTriage;
    const triage = { reason, sentiment, urgency, language, needsReply, spam, topics };
    expect(conversationView(sampleConversation('read', { triage }), DUE)).toMatchObject({
      reason: 'problem',
      sentiment: 'negative',
      urgency: 0.5,
      language: 'en',
      needsReply: true,
      spam: false,
    });
    expect(conversationView(sampleConversation('unread'), DUE)).not.toHaveProperty('reason');
  });
});
