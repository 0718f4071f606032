import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { propose } from '../../../functions/domain/merge.ts';
import { getMerge, linkedContacts, listMerges, putMerge } from '../../../functions/store/merges.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { followOutbox } from './outbox.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const news = (a: string, b: string) => ({
  event: { name: 'contact.proposed' as const, data: { contactId: a, otherId: b } },
  at: NOW,
  actor: 'mary',
  traceId: 't',
});
function merge(a: string, b: string) {
  const proposed = propose([a, b], undefined, { why: 'same', by: 'mary', now: NOW });
  if (!proposed) throw new Error('Nothing was proposed.');
  return proposed;
}
const link = async (a: string, b: string) =>
  putMerge(engine.table, { ...merge(a, b), state: 'merged' }, news(a, b));

describe('a merge (A40)', () => {
  it('is known on both sides, and announced once (A41)', async () => {
    expect(await putMerge(engine.table, merge('p', 'q'), news('p', 'q'))).toBe(true);
    const stored = { ...merge('p', 'q'), version: 1 };
    expect(await getMerge(engine.table, ['q', 'p'])).toEqual(stored);
    expect(await listMerges(engine.table, 'p')).toEqual([stored]);
    expect(await listMerges(engine.table, 'q')).toEqual([stored]);
    const announced = (await followOutbox(engine.table)).filter(({ name }) => name === 'contact.proposed');
    expect(announced).toMatchObject([{ data: { contactId: 'p', otherId: 'q' } }]);
  });

  it('is decided by one of two who decide at once', async () => {
    await putMerge(engine.table, merge('r', 's'), news('r', 's'));
    const decided = { ...merge('r', 's'), version: 1, state: 'merged' as const };
    const both = [decided, { ...decided, state: 'rejected' as const }];
    const results = await Promise.all(both.map((one) => putMerge(engine.table, one, news('r', 's'))));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('links however many contacts lie between (A40)', async () => {
    for (const [a, b] of [
      ['c1', 'c2'],
      ['c2', 'c3'],
      ['c3', 'c1'],
    ] as const)
      await link(a, b);
    await putMerge(engine.table, merge('c3', 'c9'), news('c3', 'c9'));
    expect((await linkedContacts(engine.table, 'c1')).sort()).toEqual(['c2', 'c3']);
    expect(await linkedContacts(engine.table, 'alone')).toEqual([]);
  });
});
