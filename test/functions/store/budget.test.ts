import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeFromBudget } from '../../../functions/store/budget.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const START = 1_795_169_700_000;
/** Three calls at once, one more every ten seconds. */
const rate = { burst: 3, seconds: 30 };
const take = (accountId: string, at: number, use = 'posts') =>
  takeFromBudget(engine.table, { channel: 'x', accountId, use }, rate, START + at * 1000);

describe('the call budget of an account', () => {
  it('gives out its burst at once, then says how long to wait (A20)', async () => {
    expect([await take('burst', 0), await take('burst', 0), await take('burst', 0)]).toEqual([0, 0, 0]);
    expect(await take('burst', 0)).toBe(10_000);
    expect(await take('burst', 4)).toBe(6_000);
    expect(await take('burst', 10)).toBe(0);
    expect(await take('burst', 10)).toBe(10_000);
  });

  it('is whole again after a rest, and not more than whole', async () => {
    for (let call = 0; call < 3; call += 1) await take('rest', 0);
    const calls = [];
    for (let call = 0; call < 4; call += 1) calls.push(await take('rest', 1000));
    expect(calls).toEqual([0, 0, 0, 10_000]);
  });

  it('is each account’s and each use’s own', async () => {
    for (let call = 0; call < 3; call += 1) await take('own', 0);
    expect(await take('other', 0)).toBe(0);
    expect(await take('own', 0, 'messages')).toBe(0);
    expect(await take('own', 0)).toBe(10_000);
  });

  it('never gives more than its burst to workers that ask at once (A20)', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => take('crowd', 0)));
    const given = answers.filter((wait) => wait === 0).length;
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThanOrEqual(3);
  });
});
