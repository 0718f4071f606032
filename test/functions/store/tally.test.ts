import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByChannel, tallyOpen } from '../../../functions/store/tally.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { conversationId, NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const tally = (eventId: string, channel: string, by: 1 | -1) =>
  tallyOpen(engine.table, { eventId, channel, by, at: NOW, conversationId: conversationId(eventId) });

describe('the tally of open conversations', () => {
  it('counts every event once, however often it is told (A16)', async () => {
    expect(await tally('event-1', 'once', 1)).toBe(true);
    expect(await tally('event-1', 'once', 1)).toBe(false);
    const results = await Promise.all(Array.from({ length: 5 }, () => tally('event-2', 'once', 1)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect((await openByChannel(engine.table)).get('once')).toBe(2);
  });

  it('adds up what is open by channel, over all its shards (A15)', async () => {
    for (let number = 0; number < 20; number += 1) await tally(`opened-${number}`, 'many', 1);
    for (let number = 0; number < 7; number += 1) await tally(`resolved-${number}`, 'many', -1);
    await tally('elsewhere', 'few', 1);
    const open = await openByChannel(engine.table);
    expect([open.get('many'), open.get('few'), open.get('none')]).toEqual([13, 1, undefined]);
  });
});
