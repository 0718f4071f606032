import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../functions/domain/broadcast.ts';
import { begin, check, schedule } from '../../../functions/domain/broadcast-moves.ts';
import { getBroadcast, listBroadcasts, saveBroadcast } from '../../../functions/store/broadcasts.ts';
import { dueBy } from '../../../functions/store/due.ts';
import { resultOf } from '../../../functions/store/idempotency.ts';
import { broadcastDue } from '../../../functions/store/keys.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Table } from '../../../functions/store/table.ts';
import { broadcastOf, later, NOW } from '../domain/sample-broadcast.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const occasion = { at: NOW, actor: 'lead-1', traceId: 't' };
const id = (seconds: number) => orderedId(later(seconds), 'b');

async function dueIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of dueBy(table, later(3600))) ids.push(...page.map((item) => item.id));
  return ids;
}

describe('a broadcast (A50)', () => {
  it('is written on the version that was decided on', async () => {
    const draft = broadcastOf({ id: id(0), version: 0 });
    expect(await saveBroadcast(table, { before: undefined, after: draft }, [], occasion)).toBe('saved');
    expect(await saveBroadcast(table, { before: undefined, after: draft }, [], occasion)).toBe('conflict');
    const before = await getBroadcast(table, draft.id);
    expect(before).toEqual({ ...draft, version: 1 });
    expect(await saveBroadcast(table, { before, after: { ...draft, title: 'Other' } }, [], occasion)).toBe(
      'saved',
    );
    expect(await saveBroadcast(table, { before, after: draft }, [], occasion)).toBe('conflict');
  });

  it('is written once under a name of its caller’s', async () => {
    const named = { scope: 'lead-1#/api/broadcasts', key: 'k', result: id(0) };
    const save = (one: Broadcast) =>
      saveBroadcast(table, { before: undefined, after: one }, [], occasion, named);
    expect(await save(broadcastOf({ id: id(0) }))).toBe('saved');
    expect(await save(broadcastOf({ id: id(1) }))).toBe('duplicate');
    expect(await resultOf(table, named.scope, named.key)).toBe(id(0));
  });

  it('has its news written with it, once for each version (A59)', async () => {
    const draft = broadcastOf({ id: id(0) });
    const news = [{ name: 'broadcast.drafted', data: { broadcastId: draft.id } }] as const;
    await saveBroadcast(table, { before: undefined, after: draft }, [...news], occasion);
    const before = await getBroadcast(table, draft.id);
    expect(await saveBroadcast(table, { before, after: draft }, [...news], occasion)).toBe('saved');
  });

  it('is due at its time, and while it is on its way', async () => {
    const approved = broadcastOf({ id: id(0), state: 'approved' });
    const scheduled = schedule(approved, later(60), NOW);
    if ('refusal' in scheduled) throw new Error('It is refused.');
    await saveBroadcast(table, { before: undefined, after: scheduled.after }, [], occasion);
    expect((await dueIds()).map(broadcastDue)).toEqual([approved.id]);
    const before = await getBroadcast(table, approved.id);
    const begun = before && begin(before, later(60));
    const after = begun && 'after' in begun && check(begun.after, later(60));
    if (!before || !after) throw new Error('It did not begin.');
    await saveBroadcast(table, { before, after }, [], occasion);
    expect((await dueIds()).map(broadcastDue)).toEqual([approved.id]);
    const stored = await getBroadcast(table, approved.id);
    if (!stored) throw new Error('It is not there.');
    await saveBroadcast(table, { before: stored, after: { ...stored, state: 'done' } }, [], occasion);
    expect(await dueIds()).toEqual([]);
  });
});

it('lists broadcasts latest first, page by page (A51)', async () => {
  for (const seconds of [1, 3, 2])
    await saveBroadcast(table, { before: undefined, after: broadcastOf({ id: id(seconds) }) }, [], occasion);
  const first = await listBroadcasts(table, { limit: 2 });
  expect(first.broadcasts.map((broadcast) => broadcast.id)).toEqual([id(3), id(2)]);
  const second = await listBroadcasts(table, { limit: 2, after: first.last });
  expect(second.broadcasts.map((broadcast) => broadcast.id)).toEqual([id(1)]);
  expect(second.last).toBeUndefined();
});
