import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatusNews } from '../../../functions/domain/status-entry.ts';
import { listStatus, publishStatus } from '../../../functions/store/status.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { allItems } from './table-items.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const NOW = '2026-11-27T10:00:00.000Z';
const news = (id: string, fields: Partial<StatusNews> = {}): StatusNews => ({
  id,
  kind: 'incident',
  title: 'Booking fails',
  affected: ['booking'],
  severity: 'major',
  startsAt: '2026-11-27T09:50:00.000Z',
  update: { id: 'u1', at: NOW, phase: 'investigating', text: 'We are looking into it.' },
  ...fields,
});

describe('the entries of the status page', () => {
  it('are kept with all that was told of them (A60)', async () => {
    await publishStatus(engine.table, news('I1'), NOW);
    const update = { id: 'u2', at: '2026-11-27T10:30:00.000Z', text: 'Found it.' };
    const after = await publishStatus(engine.table, news('I1', { update }), NOW);
    expect(after.updates.map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect(await listStatus(engine.table)).toEqual([after]);
  });

  it('lose nothing when several are told at once', async () => {
    const tell = (number: number) =>
      publishStatus(
        engine.table,
        news('I3', { update: { id: `u${number}`, at: NOW, text: `${number}` } }),
        NOW,
      );
    await Promise.all([tell(1), tell(2), tell(3)]);
    const entry = (await listStatus(engine.table)).find(({ id }) => id === 'I3');
    expect(entry?.updates).toHaveLength(3);
  });

  it('go away some time after their end, and not before', async () => {
    await publishStatus(engine.table, news('I4', { endsAt: NOW }), NOW);
    const items = await allItems(engine.table);
    const expiry = (id: string) => items.find((item) => item.sk === `ENTRY#${id}`)?.expiresAt;
    expect(expiry('I1')).toBeUndefined();
    expect(Number(expiry('I4'))).toBeGreaterThan(Date.parse(NOW) / 1000 + 90 * 86_400);
  });
});
