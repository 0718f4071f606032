import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { getDeparture } from '../../../functions/store/departures.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('getDeparture', () => {
  it('finds a message of ours that goes out from Hark, with its conversation (A1, A2), and no other message', async () => {
    const conversation = sampleConversation('departing');
    const question = sampleMessage(conversation, 'question');
    const outbound = { leavesAt: '2026-11-20T10:20:00.000Z', attempts: 0 };
    const answer = sampleMessage(conversation, 'answer', {
      direction: 'outbound',
      state: 'queued',
      outbound,
    });
    await commit(engine.table, opening(conversation, question));
    await commit(engine.table, sampleChange({ newMessages: [answer] }));
    expect(await getDeparture(engine.table, answer.id)).toEqual({
      conversation: { ...conversation, version: 1 },
      message: answer,
    });
    expect(await getDeparture(engine.table, question.id)).toBeUndefined();
    expect(await getDeparture(engine.table, `${conversation.id}.nothing`)).toBeUndefined();
    expect(await getDeparture(engine.table, 'nothing')).toBeUndefined();
  });
});
