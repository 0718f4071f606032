import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBudget, takeAboveReserve, takeFromBudget } from '../../../functions/store/budget.ts';
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
  it('gives out its burst at once, then one call after the other, each to whoever asked for it (A20)', async () => {
    expect([await take('burst', 0), await take('burst', 0), await take('burst', 0)]).toEqual([0, 0, 0]);
    expect([await take('burst', 0), await take('burst', 4)]).toEqual([10_000, 16_000]);
    expect(await take('burst', 20)).toBe(10_000);
    expect(await take('burst', 40)).toBe(0);
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

  it('gives forty workers that ask at once a call each, ten seconds apart after the burst (A20)', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => take('crowd', 0)));
    const expected = Array.from({ length: 40 }, (_, call) => Math.max(0, call - 2) * 10_000);
    expect(answers.sort((a, b) => a - b)).toEqual(expected);
  });

  it('is closed until the instant that the platform names, then goes on at its pace (A20)', async () => {
    await take('closed', 0);
    const budget = { channel: 'x', accountId: 'closed', use: 'posts' };
    await closeBudget(engine.table, budget, rate, START + 600_000);
    expect([await take('closed', 1), await take('closed', 1)]).toEqual([599_000, 609_000]);
    await closeBudget(engine.table, budget, rate, START + 300_000);
    expect(await take('closed', 1)).toBe(619_000);
  });

  it('is taken by what may wait only above a reserve, and not at all below it (A20)', async () => {
    const budget = { channel: 'x', accountId: 'reserve', use: 'posts' };
    const ten = { burst: 10, seconds: 100 };
    const above = (seconds: number) =>
      takeAboveReserve(engine.table, budget, ten, { now: START + seconds * 1000, reserve: 0.5 });
    const answers = [];
    for (let call = 0; call < 7; call += 1) answers.push(await above(0));
    expect(answers).toEqual([0, 0, 0, 0, 0, 10_000, 10_000]);
    expect(await takeFromBudget(engine.table, budget, ten, START)).toBe(0);
    expect(await above(10)).toBe(10_000);
    expect(await above(20)).toBe(0);
  });
});
