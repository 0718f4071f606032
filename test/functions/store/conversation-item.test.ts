import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { PromiseMade } from '../../../functions/domain/promise-schema.ts';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import { runningClock, sampleConversation } from './sample.ts';

const DUE = '2026-11-20T12:15:00.000Z';
const WARNED = '2026-11-20T11:45:00.000Z';
const fired = { ...runningClock(DUE, WARNED), steps: [] };

const promise: PromiseMade = {
  id: 'p1',
  text: 'I call you by one.',
  clock: { ...runningClock(DUE, WARNED), id: 'p1', kind: 'promise' },
};

/** What the index entries of a conversation are to be; `undefined` when the index has none. */
interface Row {
  name: string;
  fields: Partial<Conversation>;
  urgency: string;
  due: string | undefined;
}

const rows: Row[] = [
  {
    name: 'waiting: by its deadline, due when the next step is',
    fields: { clocks: [runningClock(DUE, WARNED)] },
    urgency: `0#2026-11-20T12:15:00.000Z#991#${DUE}`,
    due: WARNED,
  },
  {
    name: 'waiting, every step taken: by its deadline, nothing more to come',
    fields: { clocks: [fired] },
    urgency: `0#2026-11-20T12:15:00.000Z#991#${DUE}`,
    due: undefined,
  },
  {
    name: 'answered: after those who wait, by its last message',
    fields: { clocks: [{ ...runningClock(DUE), state: 'met', answeredAt: DUE }] },
    urgency: '1#2026-11-20T10:15:05.000Z',
    due: undefined,
  },
  {
    name: 'answered, and something promised: by when that is due, like one who waits',
    fields: { clocks: [{ ...runningClock(DUE), state: 'met', answeredAt: DUE }], promises: [promise] },
    urgency: `0#2026-11-20T12:15:00.000Z#991#${DUE}`,
    due: WARNED,
  },
  {
    name: 'answered, and what was promised is kept: after those who wait',
    fields: { promises: [{ ...promise, clock: { ...promise.clock, state: 'met', answeredAt: DUE } }] },
    urgency: '1#2026-11-20T10:15:05.000Z',
    due: undefined,
  },
  {
    name: 'snoozed while somebody waits: like an open one',
    fields: { status: 'snoozed', clocks: [runningClock(DUE, WARNED)] },
    urgency: `0#2026-11-20T12:15:00.000Z#991#${DUE}`,
    due: WARNED,
  },
  {
    name: 'resolved: by when',
    fields: { status: 'resolved', resolvedAt: '2026-11-21T08:00:00.000Z' },
    urgency: '2026-11-21T08:00:00.000Z',
    due: undefined,
  },
];

const LATER = '2026-11-20T12:29:59.999Z';
const orders: { order: Conversation['order']; stretch: string }[] = [
  { order: undefined, stretch: '2026-11-20T12:15:00.000Z' },
  { order: 'quarter', stretch: '2026-11-20T12:15:00.000Z' },
  { order: 'hour', stretch: '2026-11-20T12:00:00.000Z' },
  { order: 'day', stretch: '2026-11-20T00:00:00.000Z' },
  { order: 'clock', stretch: LATER },
];

describe('the place of who waits', () => {
  it.each(orders)('in the order $order is within the stretch from $stretch', ({ order, stretch }) => {
    const conversation = sampleConversation('order', { clocks: [runningClock(LATER)], order });
    expect(conversationItem(conversation).inboxSort).toBe(`0#${stretch}#991#${LATER}#${conversation.id}`);
  });

  it('goes by priority within a stretch, and by the deadline between equals', () => {
    const waiting = (dueAt: string, fields: Partial<Conversation> = {}) =>
      sampleConversation(dueAt, { clocks: [runningClock(dueAt)], preview: dueAt, ...fields });
    const rows = [
      waiting('2026-11-20T12:20:00.000Z'),
      waiting('2026-11-20T12:16:00.000Z'),
      waiting('2026-11-20T12:29:00.000Z', { priority: 'urgent' }),
      waiting('2026-11-20T12:30:00.000Z', { priority: 'urgent', vip: true }),
    ];
    const sorted = rows.map((row) => [`${conversationItem(row).inboxSort}`, row.preview]).sort();
    expect(sorted.map(([, dueAt]) => dueAt?.slice(11, 16))).toEqual(['12:29', '12:16', '12:20', '12:30']);
  });
});

describe('conversationItem', () => {
  it.each(rows)('$name (A9, A10, A11)', ({ name, fields, urgency, due }) => {
    const conversation = sampleConversation(name, fields);
    const { id, status } = conversation;
    const item = conversationItem(conversation);
    expect(item).toMatchObject({ pk: `CONV#${id}`, sk: 'CONV', inboxSort: `${urgency}#${id}` });
    expect(item.inboxKey).toMatch(new RegExp(`^${status}#x#[0-3]$`));
    expect(item.teamKey).toMatch(new RegExp(`^${status}#support#[0-3]$`));
    expect(item.dueSort).toBe(due && `${due}#${id}`);
    expect('dueKey' in item).toBe(due !== undefined);
  });
});
