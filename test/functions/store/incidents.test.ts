import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { IncidentDraft } from '../../../functions/domain/incident.ts';
import { declare, resolveIncident } from '../../../functions/domain/incident-moves.ts';
import { dueBy } from '../../../functions/store/due.ts';
import { getIncident, listIncidents, saveIncident } from '../../../functions/store/incidents.ts';
import { incidentDue } from '../../../functions/store/keys.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
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

const by = { id: 'lead-1', name: 'Lea' };
const occasion = { at: NOW, actor: by.id, traceId: 't' };
const incidentAt = (seconds: number) =>
  declare(IncidentDraft.parse({ title: 'Booking is down' }), {
    id: orderedId(later(seconds), 'i'),
    by,
    now: NOW,
  });

it('keeps an incident on the version that was decided on (A54), with its news (A59)', async () => {
  const { after, events } = incidentAt(0);
  expect(await saveIncident(table, { before: undefined, after }, events, occasion)).toBe('saved');
  expect(await saveIncident(table, { before: undefined, after }, events, occasion)).toBe('conflict');
  const before = await getIncident(table, after.id);
  expect(before).toEqual({ ...after, version: 1 });
  const named = { scope: 'lead-1', key: 'k', result: 'r' };
  expect(await saveIncident(table, { before, after }, [], occasion, named)).toBe('saved');
  const newer = await getIncident(table, after.id);
  expect(await saveIncident(table, { before: newer, after }, [], occasion, named)).toBe('duplicate');
});

it('lists incidents latest first (A51), and the open ones apart (A58)', async () => {
  for (const seconds of [1, 2, 3]) {
    const { after, events } = incidentAt(seconds);
    await saveIncident(table, { before: undefined, after }, events, occasion);
  }
  const first = await listIncidents(table, { limit: 2 });
  expect(first.incidents).toHaveLength(2);
  expect((await listIncidents(table, { limit: 2, after: first.last })).incidents).toHaveLength(1);
  const [latest] = first.incidents;
  if (!latest) throw new Error('There is none.');
  const resolved = resolveIncident(latest, { id: 'u', at: later(9), text: 'Fixed.', phase: 'resolved', by });
  if ('refusal' in resolved) throw new Error('It is refused.');
  await saveIncident(table, { before: latest, after: resolved.after }, resolved.events, occasion);
  expect((await listIncidents(table, { limit: 9, isOpen: true })).incidents).toHaveLength(2);
  expect((await listIncidents(table, { limit: 9 })).incidents).toHaveLength(3);
});

it('brings an open incident back when its owner is to be reminded', async () => {
  const { after } = incidentAt(0);
  await saveIncident(table, { before: undefined, after }, [], occasion);
  const due: string[] = [];
  for await (const page of dueBy(table, later(1800)))
    due.push(...page.flatMap(({ id }) => incidentDue(id) ?? []));
  expect(due).toEqual([after.id]);
});
