import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { listHardCases } from '../../../functions/store/hard-cases.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('listHardCases', () => {
  it('finds messages of ours in a state that wants a look, oldest first, until somebody dealt with them (A19)', async () => {
    const conversation = sampleConversation('hard');
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'question')));
    const outbound = { leavesAt: '2026-11-20T10:20:00.000Z', attempts: 12 };
    const failed = ['10:40', '10:20', '10:30'].map((time) =>
      sampleMessage(conversation, `failed ${time}`, {
        direction: 'outbound',
        state: 'failed',
        at: `2026-11-20T${time}:00.000Z`,
        outbound,
      }),
    );
    for (const message of failed) await commit(engine.table, sampleChange({ newMessages: [message] }));
    const found = await listHardCases(engine.table, 'failed', 10);
    expect(found.map(({ nativeId }) => nativeId)).toEqual(['failed 10:20', 'failed 10:30', 'failed 10:40']);
    expect(await listHardCases(engine.table, 'held', 10)).toEqual([]);
    const handled = found.slice(0, 1).map((message) => ({
      ...message,
      outbound: { ...outbound, handledBy: 'agent-1' },
    }));
    await commit(engine.table, sampleChange({ changedMessages: handled }));
    expect(await listHardCases(engine.table, 'failed', 10)).toHaveLength(2);
  });
});
