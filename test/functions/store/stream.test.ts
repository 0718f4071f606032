import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import { accountOutboxKey, messageKey, outboxKey } from '../../../functions/store/keys.ts';
import { announcementsOf, dueOf } from '../../../functions/store/stream.ts';
import { NOW, runningClock, sampleConversation, sampleMessage } from './sample.ts';

const conversation = sampleConversation('streamed', { clocks: [runningClock('2026-11-20T12:00:00.000Z')] });
const image = (item: object) => marshall(item, { removeUndefinedValues: true });

describe('announcementsOf', () => {
  const outbox = {
    ...outboxKey(conversation.id, 'E1'),
    id: 'E1',
    conversationId: conversation.id,
    at: NOW,
    actor: 'x',
    traceId: 'trace-1',
    events: [
      { name: 'conversation.opened', data: { channel: 'x' } },
      { name: 'message.received', data: { channel: 'x', messageId: 'm' } },
    ],
  };

  it('reads the events of an outbox item in order, each with an id of its own (A3)', () => {
    expect(announcementsOf(image(outbox))).toEqual([
      {
        id: `${conversation.id}.E1.0`,
        at: NOW,
        traceId: 'trace-1',
        conversationId: conversation.id,
        name: 'conversation.opened',
        data: { channel: 'x' },
      },
      expect.objectContaining({ id: `${conversation.id}.E1.1`, name: 'message.received' }),
    ]);
  });

  it('tells between which views the conversation moved, after all that happened (A3)', () => {
    const counted = { channel: 'x', left: ['desk//open'], entered: ['desk//snoozed'] };
    expect(announcementsOf(image({ ...outbox, counted })).at(-1)).toMatchObject({
      id: `${conversation.id}.E1.2`,
      name: 'conversation.counted',
      data: counted,
    });
  });

  it('reads the events of an account, which belong to no conversation (A22)', () => {
    const { conversationId: _, ...news } = outbox;
    const item = { ...news, ...accountOutboxKey('x', '18', 'E1'), events: outbox.events.slice(0, 1) };
    expect(announcementsOf(image(item))).toEqual([
      {
        id: 'ACCOUNT#x#18.E1.0',
        at: NOW,
        traceId: 'trace-1',
        name: 'conversation.opened',
        data: { channel: 'x' },
      },
    ]);
  });

  it('finds none in anything else, or in what was removed', () => {
    const message = sampleMessage(conversation, 'm');
    expect(announcementsOf(image(conversationItem(conversation)))).toEqual([]);
    expect(announcementsOf(image({ ...messageKey(message.id), ...message }))).toEqual([]);
    expect(announcementsOf(undefined)).toEqual([]);
  });
});

describe('dueOf', () => {
  it('reads what an item says of its next due instant (A11)', () => {
    const item = image(conversationItem(conversation));
    expect(dueOf(item)).toEqual({ id: conversation.id, dueAt: '2026-11-20T12:00:00.000Z' });
  });

  it('says that nothing is to come of an item without one, or that was removed', () => {
    expect(dueOf(image(conversationItem({ ...conversation, clocks: [] })))).toBeUndefined();
    expect(dueOf(undefined)).toBeUndefined();
  });
});
