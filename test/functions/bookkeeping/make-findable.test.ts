import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFindable } from '../../../functions/bookkeeping/make-findable.ts';
import { Drop } from '../../../functions/errors.ts';
import { commit } from '../../../functions/store/commit.ts';
import { findConversations } from '../../../functions/store/search.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { NOW, opening, sampleConversation, sampleMessage } from '../store/sample.ts';
import { sampleBooks } from './sample-books.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const hear = (name: string, conversationId: string, data: object) =>
  makeFindable(
    busRecord(name, { id: 'e', at: NOW, traceId: 't', conversationId, name, data }),
    sampleBooks(engine.table, NOW),
  );

describe('a conversation', () => {
  it('is found by its person once it is opened, and by its words once they are received', async () => {
    const conversation = sampleConversation('heard', { contact: { nativeId: '7', name: 'Quentin' } });
    const message = sampleMessage(conversation, 'heard', { text: 'Umbrella' });
    await commit(engine.table, opening(conversation, message));
    await hear('conversation.opened', conversation.id, { channel: 'x', visibility: 'public' });
    expect(await findConversations(engine.table, ['quent'])).toEqual([conversation.id]);
    expect(await findConversations(engine.table, ['umbrella'])).toEqual([]);
    await hear('message.received', conversation.id, { messageId: message.id, channel: 'x' });
    expect(await findConversations(engine.table, ['umbrella'])).toEqual([conversation.id]);
  });

  it('is not found by what its author took back, or when it was erased', async () => {
    const conversation = sampleConversation('gone');
    const message = sampleMessage(conversation, 'gone', { text: 'Regret', deletedAt: NOW });
    await commit(engine.table, opening(conversation, message));
    await hear('message.received', conversation.id, { messageId: message.id });
    await hear('message.received', 'erased', { messageId: 'erased.too' });
    expect(await findConversations(engine.table, ['regret'])).toEqual([]);
  });

  it('is not changed by what is no announcement of it', async () => {
    await expect(hear('message.read', 'c', {})).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
