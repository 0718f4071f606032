import { afterAll, beforeAll, expect, it } from 'vitest';
import { broadcastOnce, type Written } from '../../../functions/api/broadcast-once.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const now = '2026-11-27T10:00:00.000Z';
const lead = { id: 'lead-1', name: 'Lea', role: 'lead' as const };
const said: Written['said'] = {
  ...{ kind: 'announcement', title: 'New routes', text: 'To Oslo.', variants: {}, audiences: ['status'] },
};
function write(id: string, publishes: boolean, publishAt?: string) {
  const desk = { table: engine.table, clock: () => now, orderedId };
  const written = { said: { ...said, ...(publishAt !== undefined && { publishAt }) }, publishes };
  return broadcastOnce(id, written, lead, { traceId: 't' }, { desk });
}

it.each([
  { name: 'at its time', publishAt: '2026-11-27T12:00:00.000Z', goesOut: '2026-11-27T12:00:00.000Z' },
  { name: 'at once when its time is over', publishAt: '2026-11-27T09:00:00.000Z', goesOut: now },
  { name: 'at once when it has none', publishAt: undefined, goesOut: now },
])('is published $name', async ({ name, publishAt, goesOut }) => {
  expect(await write(`B ${name}`, true, publishAt)).toMatchObject({
    state: 'scheduled',
    publishAt: goesOut,
    approvedBy: { id: 'lead-1' },
  });
});

it('waits for a lead, with the time that it is meant for', async () => {
  const publishAt = '2026-11-27T12:00:00.000Z';
  const waiting = await write('waiting', false, publishAt);
  expect(waiting).toMatchObject({ state: 'proposed', publishAt });
  expect(waiting.approvedBy).toBeUndefined();
});

it('is written once, whatever is asked for again', async () => {
  await write('once', false);
  expect(await write('once', true)).toMatchObject({ state: 'proposed' });
});
