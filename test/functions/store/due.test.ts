import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { dueBy } from '../../../functions/store/due.ts';
import { dueKey } from '../../../functions/store/keys.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { conversationId, opening, runningClock, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

async function idsDueBy(until: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of dueBy(engine.table, until)) ids.push(...page.map(({ id }) => id));
  return ids;
}

const MINUTES = ['10:20', '10:30', '10:40'].map((minute) => `2026-11-20T${minute}:00.000Z`);

describe('dueBy', () => {
  it('finds what falls due up to an instant, that instant included, and nothing later (A11)', async () => {
    const waiting = MINUTES.map((due, index) =>
      sampleConversation(`due-${index}`, { clocks: [runningClock('2026-11-20T12:00:00.000Z', due)] }),
    );
    for (const conversation of waiting)
      await commit(engine.table, opening(conversation, sampleMessage(conversation, conversation.id)));
    const ids = waiting.map(({ id }) => id);
    expect(await idsDueBy('2026-11-20T10:19:59.999Z')).toEqual([]);
    expect(await idsDueBy('2026-11-20T10:20:00.000Z')).toEqual(ids.slice(0, 1));
    expect((await idsDueBy('2026-11-20T10:35:00.000Z')).sort()).toEqual(ids.slice(0, 2).sort());
    expect((await idsDueBy('2026-11-21T00:00:00.000Z')).sort()).toEqual([...ids].sort());
  });

  it('hands out the instant with the id', async () => {
    const found = [];
    for await (const page of dueBy(engine.table, MINUTES[0] ?? '')) found.push(...page);
    expect(found).toEqual([{ id: conversationId('due-0'), dueAt: MINUTES[0] }]);
  });

  it('reads page after page when more is due than one answer holds (A11)', async () => {
    const long = 'x'.repeat(900);
    const numbers = Array.from({ length: 1500 }, (_, number) => number);
    const entries = numbers.map((number) => ({
      pk: `page-${number}-${long}`,
      sk: 'PAGE',
      dueKey: dueKey(0),
      dueSort: `2026-11-19T10:00:00.000Z#page-${number}`,
    }));
    for (let start = 0; start < entries.length; start += 25) {
      const requests = entries.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
      await engine.table.client.send(
        new BatchWriteCommand({ RequestItems: { [engine.table.name]: requests } }),
      );
    }
    const found = await idsDueBy('2026-11-19T10:00:00.000Z');
    expect(found.sort()).toEqual(numbers.map((number) => `page-${number}`).sort());
  });
});
