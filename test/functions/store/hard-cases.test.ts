import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { allMessagesIn, listMessagesIn } from '../../../functions/store/hard-cases.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('listMessagesIn', () => {
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
    const found = await listMessagesIn(engine.table, 'failed', 10);
    expect(found.map(({ nativeId }) => nativeId)).toEqual(['failed 10:20', 'failed 10:30', 'failed 10:40']);
    expect(await listMessagesIn(engine.table, 'held', 10)).toEqual([]);
    const handled = found.slice(0, 1).map((message) => ({
      ...message,
      outbound: { ...outbound, handledBy: 'agent-1' },
    }));
    await commit(engine.table, sampleChange({ changedMessages: handled }));
    expect(await listMessagesIn(engine.table, 'failed', 10)).toHaveLength(2);
  });
});

describe('allMessagesIn', () => {
  it('finds every message of ours in a state, however many there are (A19)', async () => {
    const conversation = sampleConversation('crowded');
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'crowded question')));
    const outbound = { leavesAt: '2026-11-20T10:20:00.000Z', attempts: 1 };
    // Long enough that a shard does not fit into one page of the index, which ends after a megabyte.
    const text = 'x'.repeat(60_000);
    const keys = Array.from({ length: 80 }, (_, nth) => `held ${nth}`);
    const held = keys.map((key) =>
      sampleMessage(conversation, key, { direction: 'outbound', state: 'held', outbound, text }),
    );
    await Promise.all(held.map((message) => commit(engine.table, sampleChange({ newMessages: [message] }))));
    const found: string[] = [];
    let pages = 0;
    for await (const page of allMessagesIn(engine.table, 'held')) {
      pages += 1;
      found.push(...page.map(({ id }) => id));
    }
    expect(found.sort()).toEqual(held.map(({ id }) => id).sort());
    expect(pages).toBeGreaterThan(4);
  });
});
