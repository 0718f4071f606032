import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putTicket, takeTicket } from '../../../functions/store/live-tickets.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const NOW = 1_795_169_700;
const ada = { agentId: 'ada', name: 'Ada Agent', role: 'agent' };

describe('a ticket', () => {
  it('lets its holder in once (A30)', async () => {
    await putTicket(engine.table, 'once', ada, NOW + 60);
    expect(await takeTicket(engine.table, 'once', NOW)).toEqual(ada);
    expect(await takeTicket(engine.table, 'once', NOW)).toBeUndefined();
  });

  it('lets one in of many who come at once (A30)', async () => {
    await putTicket(engine.table, 'crowd', ada, NOW + 60);
    const takers = Array.from({ length: 10 }, () => takeTicket(engine.table, 'crowd', NOW));
    expect((await Promise.all(takers)).filter((holder) => holder !== undefined)).toEqual([ada]);
  });

  it('is worth nothing when its time is over, whether or not the table has removed it', async () => {
    await putTicket(engine.table, 'late', ada, NOW + 60);
    expect(await takeTicket(engine.table, 'late', NOW + 61)).toBeUndefined();
  });

  it('cannot be invented', async () => {
    expect(await takeTicket(engine.table, 'invented', NOW)).toBeUndefined();
  });
});
