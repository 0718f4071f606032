import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { commit } from '../../../functions/store/commit.ts';
import {
  getConversation,
  getMessage,
  latestActivity,
  latestMessages,
  messagesFrom,
} from '../../../functions/store/conversations.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { sampleChange, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
let conversation: Conversation;
let messages: Message[];
const minute = (minutes: number) => `2026-11-20T10:0${minutes}:00.000Z`;

/** Five messages, said a minute apart and stored in another order, each with an entry of activity. */
beforeAll(async () => {
  engine = await openTestTable();
  conversation = sampleConversation('thread');
  messages = [1, 2, 3, 4, 5].map((at) => sampleMessage(conversation, `thread-${at}`, { at: minute(at) }));
  let before: Conversation | undefined;
  for (const [index, at] of [3, 1, 5, 2, 4].entries()) {
    const after = { ...conversation, version: index };
    const newMessages = messages.slice(at - 1, at);
    const events = newMessages.map(({ id: messageId }) => ({
      name: 'message.edited' as const,
      data: { messageId, visibility: 'public' as const },
    }));
    await commit(
      engine.table,
      sampleChange({ conversation: { before, after }, newMessages, events, at: minute(index) }),
    );
    before = { ...after, version: index + 1 };
  }
});
afterAll(() => engine.close());

describe('a conversation', () => {
  it('is found by its id (A1)', async () => {
    expect(await getConversation(engine.table, conversation.id)).toMatchObject({ id: conversation.id });
    expect(await getConversation(engine.table, 'nobody')).toBeUndefined();
    expect(await getConversation(engine.table, '')).toBeUndefined();
  });

  it('has messages that are found by their ids (A2)', async () => {
    expect(await getMessage(engine.table, messages[2]?.id ?? '')).toEqual(messages[2]);
    expect(await getMessage(engine.table, `${conversation.id}.nothing`)).toBeUndefined();
  });

  it('shows its latest messages in the order in which they were said, not stored (A2)', async () => {
    expect(await latestMessages(engine.table, conversation.id, 10)).toEqual(messages);
    expect(await latestMessages(engine.table, conversation.id, 2)).toEqual(messages.slice(3));
    expect(await latestMessages(engine.table, 'nobody', 2)).toEqual([]);
  });

  it('shows what was said from a message on (A2)', async () => {
    const [, second] = messages;
    expect(await messagesFrom(engine.table, second?.id ?? '', 10)).toEqual(messages.slice(1));
    expect(await messagesFrom(engine.table, second?.id ?? '', 2)).toEqual(messages.slice(1, 3));
    expect(await messagesFrom(engine.table, 'nobody.nothing', 2)).toEqual([]);
  });

  it('shows its latest activity in the order in which it happened (A3)', async () => {
    const told = (await latestActivity(engine.table, conversation.id, 10)).map(({ at, events }) => [
      at,
      events[0]?.data.messageId,
    ]);
    expect(told).toEqual([3, 1, 5, 2, 4].map((said, index) => [minute(index), messages[said - 1]?.id]));
    expect(await latestActivity(engine.table, conversation.id, 1)).toMatchObject([{ at: minute(4) }]);
  });
});
