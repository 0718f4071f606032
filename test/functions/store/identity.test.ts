import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { getIdentity } from '../../../functions/store/identity.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { sampleChange, sampleConversation, sampleIdentity } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('getIdentity', () => {
  it('finds a person by the id that the channel gave them, on that channel only (A5)', async () => {
    const identity = sampleIdentity(sampleConversation('person'));
    await commit(engine.table, sampleChange({ identity: { before: undefined, after: identity } }));
    expect(await getIdentity(engine.table, 'x', identity.nativeId)).toEqual({ ...identity, version: 1 });
    expect(await getIdentity(engine.table, 'facebook', identity.nativeId)).toBeUndefined();
  });
});
