import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Drop } from '../../../functions/errors.ts';
import { tallyConversation } from '../../../functions/handlers/stats.ts';
import { openByChannel } from '../../../functions/store/tally.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { busRecord } from './alert-desk.ts';
import { recordTelemetry } from './recorded-telemetry.ts';

let engine: TestTable;
let events = 0;

beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

/** An announcement about a conversation; each has an id of its own. */
function announced(name: string, channel: string): { body: string } {
  events += 1;
  const at = '2026-11-21T12:00:00.000Z';
  const detail = {
    id: `E${events}`,
    at,
    traceId: 't',
    conversationId: `C${events}`,
    name,
    data: { channel },
  };
  return busRecord(name, detail);
}
const tally = (record: { body: string }) =>
  tallyConversation(record, { table: engine.table, telemetry: recordTelemetry() });
const open = async (channel: string) => (await openByChannel(engine.table)).get(channel);

describe('the number of open conversations', () => {
  it('goes up with each that is opened or reopened and down with each that is resolved, by channel', async () => {
    const names = [
      'conversation.opened',
      'conversation.opened',
      'conversation.resolved',
      'conversation.reopened',
    ];
    for (const name of names) await tally(announced(name, 'x'));
    await tally(announced('conversation.opened', 'facebook'));
    expect(await open('x')).toBe(2);
    expect(await open('facebook')).toBe(1);
  });

  it('changes once per announcement, however often that is delivered', async () => {
    const opened = announced('conversation.opened', 'again');
    const resolved = announced('conversation.resolved', 'again');
    for (const record of [opened, opened, resolved, opened, resolved]) await tally(record);
    expect(await open('again')).toBe(0);
  });

  it('is right after deliveries at the same time, each repeated until it succeeds', async () => {
    const records = Array.from({ length: 20 }, () => announced('conversation.opened', 'crowd'));
    let waiting = [...records, ...records];
    while (waiting.length > 0) {
      const results = await Promise.allSettled(waiting.map(tally));
      waiting = waiting.filter((_, index) => results[index]?.status === 'rejected');
    }
    expect(await open('crowd')).toBe(20);
  });

  it.each([
    ['another announcement', announced('message.received', 'x')],
    ['no JSON', { body: '' }],
    ['an announcement without a channel', busRecord('conversation.opened', { name: 'conversation.opened' })],
  ])('does not change with %s, which is dropped', async (_name, record) => {
    await expect(tally(record)).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
