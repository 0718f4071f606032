import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { resultOf } from '../../../functions/store/idempotency.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { sampleChange } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('resultOf', () => {
  it('gives what the first write with a key resulted in, to the one who wrote it (A17)', async () => {
    const idempotency = { scope: 'agent-1', key: 'key', result: 'message-1' };
    await commit(engine.table, sampleChange({ idempotency }));
    expect(await resultOf(engine.table, 'agent-1', 'key')).toBe('message-1');
    expect(await resultOf(engine.table, 'agent-1', 'other')).toBeUndefined();
    expect(await resultOf(engine.table, 'agent-2', 'key')).toBeUndefined();
  });
});
