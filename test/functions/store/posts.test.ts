import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { getPosts } from '../../../functions/store/posts.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { sampleChange } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('getPosts', () => {
  it('gives those of the named posts that are known, in the order of their names (A7)', async () => {
    const post = (nativeId: string) => ({ channel: 'x' as const, accountId: '18', nativeId, text: nativeId });
    const [one, two, unknown] = [post('1'), post('2'), post('3')];
    await commit(engine.table, sampleChange({ posts: [one, two] }));
    expect(await getPosts(engine.table, [two, unknown, one])).toEqual([two, one]);
    expect(await getPosts(engine.table, [])).toEqual([]);
  });
});
