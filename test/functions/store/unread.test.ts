import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepUnread, listUnreadCounts, type Unread } from '../../../functions/store/unread.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const unread = (fields: Partial<Unread>): Unread => ({
  channel: 'x',
  reason: 'x: unknown event',
  receivedAt: '2026-11-20T10:15:05.000Z',
  traceId: 'trace-1',
  raw: '{"new":"thing"}',
  ...fields,
});

async function keptOn(day: string) {
  const { Items } = await engine.table.client.send(
    new QueryCommand({
      TableName: engine.table.name,
      KeyConditionExpression: 'pk = :day',
      ExpressionAttributeValues: { ':day': `UNREAD#${day}` },
    }),
  );
  return Items ?? [];
}

describe('keepUnread', () => {
  it('keeps an event under its day, once however often it is delivered, for thirty days (A13)', async () => {
    for (let delivery = 0; delivery < 3; delivery += 1) await keepUnread(engine.table, unread({}));
    const expiresAt = Date.parse('2026-12-20T10:15:05.000Z') / 1000;
    expect(await keptOn('2026-11-20')).toMatchObject([{ ...unread({}), truncated: false, expiresAt }]);
  });

  it('keeps what came in one delivery apart, in the order of arrival (A13)', async () => {
    const events = ['10:00', '11:00', '12:00'].flatMap((time) =>
      ['a', 'b'].map((raw) => unread({ receivedAt: `2026-11-21T${time}:00.000Z`, raw })),
    );
    for (const event of events.toReversed()) await keepUnread(engine.table, event);
    const kept = await keptOn('2026-11-21');
    expect(kept).toHaveLength(6);
    expect(kept.map(({ receivedAt }) => receivedAt)).toEqual(events.map(({ receivedAt }) => receivedAt));
  });

  it('counts each once, by day and reason (A46)', async () => {
    const on = (day: string, raw: string, reason = 'x: unknown event') =>
      keepUnread(engine.table, unread({ receivedAt: `2026-12-${day}T10:00:00.000Z`, raw, reason }));
    for (const raw of ['a', 'b', 'a']) await on('01', raw);
    await on('02', 'a', 'x: no time');
    await on('03', 'a');
    expect(await listUnreadCounts(engine.table, '2026-12-02')).toMatchObject([
      { day: '2026-12-03', reason: 'x: unknown event', count: 1 },
      { day: '2026-12-02', reason: 'x: no time', count: 1 },
    ]);
    expect((await listUnreadCounts(engine.table, '2026-12-01')).at(-1)).toMatchObject({ count: 2 });
  });

  it('cuts what is too long for an item, whatever its alphabet, and says so', async () => {
    await keepUnread(
      engine.table,
      unread({ receivedAt: '2026-11-22T10:00:00.000Z', raw: '語'.repeat(200_000) }),
    );
    const [kept] = await keptOn('2026-11-22');
    expect(kept).toMatchObject({ truncated: true });
    expect(kept?.raw).toHaveLength(100_000);
  });
});
