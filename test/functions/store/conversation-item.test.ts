import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import { runningClock, sampleConversation } from './sample.ts';

const DUE = '2026-11-20T12:15:00.000Z';
const WARNED = '2026-11-20T11:45:00.000Z';
const fired = { ...runningClock(DUE, WARNED), steps: [] };

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
    urgency: `0#${DUE}`,
    due: WARNED,
  },
  {
    name: 'waiting, every step taken: by its deadline, nothing more to come',
    fields: { clocks: [fired] },
    urgency: `0#${DUE}`,
    due: undefined,
  },
  {
    name: 'answered: after those who wait, by its last message',
    fields: { clocks: [{ ...runningClock(DUE), state: 'met', answeredAt: DUE }] },
    urgency: '1#2026-11-20T10:15:05.000Z',
    due: undefined,
  },
  {
    name: 'snoozed while somebody waits: like an open one',
    fields: { status: 'snoozed', clocks: [runningClock(DUE, WARNED)] },
    urgency: `0#${DUE}`,
    due: WARNED,
  },
  {
    name: 'resolved: by when',
    fields: { status: 'resolved', resolvedAt: '2026-11-21T08:00:00.000Z' },
    urgency: '2026-11-21T08:00:00.000Z',
    due: undefined,
  },
];

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
