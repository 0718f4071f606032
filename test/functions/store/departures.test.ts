import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { MessageEvent } from '../../../functions/domain/inbound-event.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { commit } from '../../../functions/store/commit.ts';
import { getDeparture, listDeparting } from '../../../functions/store/departures.ts';
import { anAnswerEvent } from '../domain/desk.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const LEAVES = '2026-11-20T10:20:00.000Z';
const OURS = '1800000000000000001';
const outbound = { leavesAt: LEAVES, attempts: 1 };

/** A conversation with a question in it. */
async function asked(key: string, fields: Partial<Conversation> = {}): Promise<Conversation> {
  const conversation = sampleConversation(key, fields);
  await commit(engine.table, opening(conversation, sampleMessage(conversation, `question ${key}`)));
  return { ...conversation, version: 1 };
}

/** An answer of ours in a conversation. */
async function answered(
  conversation: Conversation,
  key: string,
  fields: Partial<Message> = {},
): Promise<Message> {
  const { nativeId: _, ...sample } = sampleMessage(conversation, key);
  const answer: Message = { ...sample, direction: 'outbound', state: 'sending', outbound, ...fields };
  await commit(engine.table, sampleChange({ newMessages: [answer] }));
  return answer;
}

const listed = async (echo: Partial<MessageEvent>, thread?: Conversation) =>
  (
    await listDeparting(
      engine.table,
      anAnswerEvent({ accountId: OURS, at: LEAVES, text: 'Elsewhere', ...echo }),
      thread,
    )
  )
    .map(({ message }) => message.id)
    .sort();

describe('getDeparture', () => {
  it('finds a message of ours that goes out from Hark, with its conversation (A1, A2), and no other message', async () => {
    const conversation = await asked('departing');
    const answer = await answered(conversation, 'answer', { state: 'queued' });
    expect(await getDeparture(engine.table, answer.id)).toEqual({ conversation, message: answer });
    expect(await getDeparture(engine.table, conversation.lastMessageId)).toBeUndefined();
    expect(await getDeparture(engine.table, `${conversation.id}.nothing`)).toBeUndefined();
    expect(await getDeparture(engine.table, 'nothing')).toBeUndefined();
  });
});

describe('listDeparting', () => {
  it('finds the message that an echo names, if it is of that account', async () => {
    const answer = await answered(await asked('named'), 'named answer');
    expect(await listed({ clientReference: answer.id })).toEqual([answer.id]);
    expect(await listed({ clientReference: answer.id, accountId: 'other' })).toEqual([]);
    expect(await listed({ clientReference: 'the reference of another app' })).toEqual([]);
    expect(await listed({ clientReference: 'another.app' })).toEqual([]);
  });

  it('finds ours in the thread where it turned up (A2), but no message of a customer', async () => {
    const thread = await asked('thread');
    const answer = await answered(thread, 'thread answer', { state: 'queued' });
    expect(await listed({ visibility: 'private' }, thread)).toEqual([answer.id]);
  });

  it('finds what is being sent in public under somebody else’s comment (A19), of the same account only', async () => {
    const thread = await asked('first level');
    const second = await asked('second level');
    const under = { outbound: { ...outbound, under: 'first comment' } };
    const sending = await answered(second, 'nested answer', under);
    const doubtful = await answered(second, 'doubtful answer', { ...under, state: 'unconfirmed' });
    await answered(second, 'waiting answer', { ...under, state: 'queued' });
    await answered(second, 'private answer', { ...under, visibility: 'private' });
    await answered(second, 'answer to the first level');
    await answered(await asked('other account', { accountId: 'other' }), 'their answer', under);
    expect(await listed({ visibility: 'public' }, thread)).toEqual([sending.id, doubtful.id].sort());
    expect(await listed({ visibility: 'public' })).toEqual([sending.id, doubtful.id].sort());
    expect(await listed({ visibility: 'private' }, thread)).toEqual([]);
  });

  it('looks nowhere else for what the thread itself has', async () => {
    const thread = await asked('its own');
    const attempted = { ...outbound, attemptedAt: LEAVES };
    const own = await answered(thread, 'own answer', { text: 'The very words', outbound: attempted });
    const echo = { text: 'The very words', visibility: 'public', inReplyTo: undefined } as const;
    expect(await listed(echo, thread)).toEqual([own.id]);
  });
});
