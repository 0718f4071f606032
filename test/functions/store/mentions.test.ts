import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { listMentioned } from '../../../functions/store/mentions.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { sampleChange, sampleConversation } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('conversations in which an agent was mentioned (A38)', () => {
  it('are listed until the mention is over', async () => {
    const asked = sampleConversation('asked', { mentioned: ['ken', 'ada'] });
    const other = sampleConversation('other', { mentioned: ['ken'] });
    for (const after of [asked, other])
      await commit(engine.table, sampleChange({ conversation: { before: undefined, after } }));
    const listed = async (agentId: string) =>
      (await listMentioned(engine.table, { agentId, limit: 9 })).conversations.map(({ id }) => id).sort();
    expect(await listed('ken')).toEqual([asked.id, other.id].sort());
    const before = { ...asked, version: 1 };
    const after = { ...before, mentioned: ['ada'] };
    await commit(engine.table, sampleChange({ conversation: { before, after } }));
    expect(await listed('ken')).toEqual([other.id]);
    expect(await listed('ada')).toEqual([asked.id]);
  });

  it('are listed page by page', async () => {
    const all = ['p1', 'p2', 'p3'].map((key) => sampleConversation(key, { mentioned: ['zoe'] }));
    for (const after of all)
      await commit(engine.table, sampleChange({ conversation: { before: undefined, after } }));
    const first = await listMentioned(engine.table, { agentId: 'zoe', limit: 2 });
    const second = await listMentioned(engine.table, { agentId: 'zoe', limit: 2, after: first.last });
    expect(second.last).toBeUndefined();
    const ids = [...first.conversations, ...second.conversations].map(({ id }) => id);
    expect(ids).toEqual(
      all
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
  });
});
