import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueBy } from '../../../functions/store/due.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { type Cost, meterOf } from './capacity.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { storeConversations, waitingConversations } from './many-conversations.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const FIRST = '2026-11-20T10:00:00.000Z';
const LATER = '2026-11-21T10:00:00.000Z';

async function costs(): Promise<{ list: Cost; sweep: Cost }> {
  const meter = meterOf(engine.table);
  const list = await meter.cost(() => listInbox(engine.table, { status: 'open', limit: 50 }));
  const sweep = await meter.cost(async () => {
    const due = [];
    for await (const page of dueBy(engine.table, '2026-11-20T10:00:09.000Z')) due.push(...page);
    expect(due).toHaveLength(10);
  });
  return { list, sweep };
}

describe('the cost of looking', () => {
  // The benchmark does the same with 20,000, which takes too long for a test.
  it('is the same with 100 open conversations and with 2,000, for a page of the inbox and for a sweep', async () => {
    await storeConversations(engine.table, waitingConversations(100, FIRST));
    const few = await costs();
    expect(few).toMatchObject({ list: { read: expect.any(Number), write: 0 }, sweep: { calls: 4, read: 2 } });
    expect(few.list.read).toBeLessThan(30);
    await storeConversations(engine.table, waitingConversations(1900, LATER));
    expect(await costs()).toEqual(few);
  });
});
