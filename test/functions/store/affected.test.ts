import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Affected } from '../../../functions/domain/affected.ts';
import { countAffected, getAffected, listAffected, putAffected } from '../../../functions/store/affected.ts';
import type { Table } from '../../../functions/store/table.ts';
import { later, NOW } from '../domain/sample-broadcast.ts';
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

const proposed = (conversationId: string): Affected => ({
  incidentId: 'i1',
  conversationId,
  state: 'proposed',
  reasons: ['It says “booking”.'],
  proposedAt: NOW,
  reportedAt: NOW,
});

it('proposes a conversation once (A55), and counts states and who was told (A56)', async () => {
  const known = proposed('c1');
  expect(await putAffected(table, undefined, known)).toBe(true);
  expect(await putAffected(table, undefined, known)).toBe(false);
  const accepted: Affected = { ...known, state: 'accepted', decidedAt: later(1), decidedBy: 'lead-1' };
  expect(await putAffected(table, known, accepted)).toBe(true);
  expect(await putAffected(table, known, { ...known, state: 'rejected' })).toBe(false);
  expect(await putAffected(table, accepted, { ...accepted, toldAt: later(2) })).toBe(true);
  expect(await getAffected(table, 'i1', 'c1')).toEqual({ ...accepted, toldAt: later(2) });
  expect(await countAffected(table, 'i1')).toEqual({ proposed: 0, accepted: 1, rejected: 0, told: 1 });
});

it('lists those of a state page by page (A55)', async () => {
  for (const id of ['c1', 'c2', 'c3', 'c4']) await putAffected(table, undefined, proposed(id));
  await putAffected(table, proposed('c2'), { ...proposed('c2'), state: 'rejected' });
  const first = await listAffected(table, 'i1', { state: 'proposed', limit: 2 });
  expect(first.affected.map(({ conversationId }) => conversationId)).toEqual(['c1', 'c3']);
  const second = await listAffected(table, 'i1', { state: 'proposed', limit: 2, after: first.last });
  expect(second.affected.map(({ conversationId }) => conversationId)).toEqual(['c4']);
  expect(second.last).toBeUndefined();
  expect(await countAffected(table, 'i1')).toMatchObject({ proposed: 3, rejected: 1 });
});
