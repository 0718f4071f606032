import { describe, expect, it } from 'vitest';
import type { Message } from '../../../functions/domain/message.ts';
import { messageItem } from '../../../functions/store/message-item.ts';
import { NOW, sampleConversation, sampleMessage } from './sample.ts';

const LEAVES = '2026-11-20T10:15:15.000Z';
const conversation = sampleConversation('out');
const outbound = { leavesAt: LEAVES, attempts: 0 };
const message = (fields: Partial<Message>) => sampleMessage(conversation, 'm', fields);

const rows: { name: string; message: Message; due?: string; hard?: string }[] = [
  { name: 'an inbound message is in no index', message: message({}) },
  {
    name: 'a message of ours that waits to leave is due then (A11)',
    message: message({ direction: 'outbound', state: 'queued', outbound }),
    due: LEAVES,
  },
  { name: 'a sent one is in no index', message: message({ state: 'sent', outbound }) },
  {
    name: 'a failed one is among those that want a look (A19)',
    message: message({ state: 'failed', outbound }),
    hard: NOW,
  },
  {
    name: 'a failed one that somebody dealt with no longer is',
    message: message({ state: 'failed', outbound: { ...outbound, handledBy: 'agent-1' } }),
  },
];

describe('messageItem', () => {
  it.each(rows)('$name', ({ message: stored, due, hard }) => {
    const item = messageItem(stored);
    expect(item).toMatchObject({ pk: `CONV#${conversation.id}`, ...stored });
    expect(item.dueSort).toBe(due && `${due}#${stored.id}`);
    expect(item.inboxSort).toBe(hard && `${hard}#${stored.id}`);
    if (hard) expect(item.inboxKey).toMatch(/^OUT#failed#[0-3]$/);
  });
});
