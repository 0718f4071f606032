import { afterAll, beforeAll, expect, it } from 'vitest';
import { countPromise } from '../../../functions/bookkeeping/count-promises.ts';
import { promisesSince } from '../../../functions/store/promise-counts.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { sampleBooks } from './sample-books.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

function announced(id: string, name: string, data = {}) {
  const subject = { promiseId: 'p1', dueAt: '2026-11-20T16:00:00.000Z', channel: 'x', teamId: 'support' };
  const detail = { id, at: '2026-11-20T16:00:01.000Z', traceId: 't', conversationId: 'C1', name };
  return busRecord(name, { ...detail, data: { ...subject, ...data } });
}

it('counts what became of promises, each announcement once', async () => {
  const books = sampleBooks(engine.table, '2026-11-20T16:00:01.000Z');
  for (const record of [
    announced('E1', 'promise.made'),
    announced('E2', 'promise.made'),
    announced('E2', 'promise.made'),
    announced('E3', 'promise.kept', { keptAt: '2026-11-20T15:00:00.000Z', late: false }),
    announced('E4', 'promise.broken'),
    announced('E5', 'promise.kept', { keptAt: '2026-11-20T17:00:00.000Z', late: true }),
    announced('E6', 'promise.withdrawn', { reason: 'by hand' }),
  ])
    await countPromise(record, books);
  expect(await promisesSince(engine.table, '2026-11-20')).toEqual([
    { day: '2026-11-20', teamId: 'support', made: 2, kept: 1, keptLate: 1, broken: 1, withdrawn: 1 },
  ]);
});
