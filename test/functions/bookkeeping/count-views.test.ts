import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countViews } from '../../../functions/bookkeeping/count-views.ts';
import { Drop } from '../../../functions/errors.ts';
import { countsOf } from '../../../functions/store/tally.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { sampleBooks } from './sample-books.ts';

const NOW = '2026-11-21T12:00:00.000Z';
let engine: TestTable;
let events = 0;

beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

/** An announcement that a conversation came to the open ones of a channel, or left them; each has an id of its own. */
function announced(direction: 'left' | 'entered', channel: string): { body: string } {
  events += 1;
  const detail = {
    id: `E${events}`,
    at: NOW,
    traceId: 't',
    conversationId: `C${events}`,
    name: 'conversation.counted',
    data: { channel, left: [], entered: [], [direction]: [`desk//open-${channel}`] },
  };
  return busRecord(detail.name, detail);
}
const tally = (record: { body: string }) => countViews(record, sampleBooks(engine.table, NOW));
const open = async (channel: string) =>
  (await countsOf(engine.table, { teams: [] })).desk.get(`open-${channel}`);

describe('the number of open conversations', () => {
  it('goes up with each that comes in and down with each that leaves, by channel', async () => {
    for (const direction of ['entered', 'entered', 'left', 'entered'] as const)
      await tally(announced(direction, 'x'));
    await tally(announced('entered', 'facebook'));
    expect(await open('x')).toBe(2);
    expect(await open('facebook')).toBe(1);
  });

  it('is shown on the dashboard', async () => {
    const books = sampleBooks(engine.table, NOW);
    await countViews(announced('entered', 'shown'), books);
    expect(books.telemetry.numbers).toEqual([
      { name: 'OpenConversations', value: 1, dimensions: { channel: 'shown' } },
    ]);
  });

  it('changes once per announcement, however often that is delivered', async () => {
    const opened = announced('entered', 'again');
    const resolved = announced('left', 'again');
    for (const record of [opened, opened, resolved, opened, resolved]) await tally(record);
    expect(await open('again')).toBe(0);
  });

  it('is right after deliveries at the same time, each repeated until it succeeds', async () => {
    const records = Array.from({ length: 20 }, () => announced('entered', 'crowd'));
    let waiting = [...records, ...records];
    while (waiting.length > 0) {
      const results = await Promise.allSettled(waiting.map((record) => tally(record)));
      waiting = waiting.filter((_, index) => results[index]?.status === 'rejected');
    }
    expect(await open('crowd')).toBe(20);
  });

  it.each([
    ['another announcement', busRecord('message.received', { name: 'message.received' })],
    ['no JSON', { body: '' }],
    ['an announcement without views', busRecord('conversation.counted', { name: 'conversation.counted' })],
  ])('does not change with %s, which is dropped', async (_name, record) => {
    await expect(tally(record)).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
