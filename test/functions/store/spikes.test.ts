import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grownSpike, newSpike, type Spike } from '../../../functions/domain/spike.ts';
import {
  countHeard,
  getSpike,
  getWatch,
  listHeard,
  listSpikes,
  newSpikeId,
  putSpike,
  settleSpike,
} from '../../../functions/store/spikes.ts';
import { openTestEngine, type TestEngine } from './engine.ts';
import { allItems } from './table-items.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const NOW = '2026-11-27T12:00:00.000Z';
const news = { at: NOW, traceId: 't' };
const rush = { conversationIds: ['C1', 'C2'], usual: 0, severity: 'minor' as const };
const spike = (teamId = 'support', now = NOW): Spike =>
  newSpike(rush, 'app', { id: newSpikeId(now, teamId), teamId, now });

describe('what is heard', () => {
  it('counts each conversation once in five minutes, however often it is told (A66)', async () => {
    const table = await engine.newTable();
    const heard = (conversationId: string, from = NOW) =>
      countHeard(table, { teamId: 'support', topic: 'app', from, conversationId });
    expect([await heard('C1'), await heard('C1'), await heard('C2')]).toEqual([1, 1, 2]);
    await heard('C1', '2026-11-27T12:05:00.000Z');
    await heard('C1', '2026-11-27T12:10:00.000Z');
    const asked = { teamId: 'support', topic: 'app', from: NOW, to: '2026-11-27T12:05:00.000Z' };
    expect(await listHeard(table, asked)).toEqual([
      { from: NOW, conversationIds: ['C1', 'C2'] },
      { from: '2026-11-27T12:05:00.000Z', conversationIds: ['C1'] },
    ]);
    expect(await listHeard(table, { ...asked, teamId: 'airport' })).toEqual([]);
  });

  it('is counted no further when it is so many that it is a spike anyway (A66)', async () => {
    const table = await engine.newTable();
    let count = 0;
    for (let number = 0; number < 203; number += 1)
      count = await countHeard(table, { teamId: 't', topic: 'app', from: NOW, conversationId: `C${number}` });
    expect(count).toBe(200);
    const [bucket] = await listHeard(table, { teamId: 't', topic: 'app', from: NOW, to: NOW });
    expect(bucket?.conversationIds).toHaveLength(200);
  });
});

describe('spikes', () => {
  it('are announced when they are new, and not when they grow (A67, A68)', async () => {
    const table = await engine.newTable();
    expect(await putSpike(table, spike(), await getWatch(table, 'support'), news)).toBe(true);
    const watch = await getWatch(table, 'support');
    const [known] = watch.active;
    if (!known) throw new Error('Nothing is watched.');
    const grown = grownSpike(known, { ...rush, conversationIds: ['C1', 'C2', 'C3'] }, 'booking', NOW);
    expect(await putSpike(table, grown, watch, news)).toBe(true);
    expect(await listSpikes(table)).toMatchObject([{ topic: ['app', 'booking'], count: 3 }]);
    const outbox = (await allItems(table)).filter(({ sk }) => `${sk}`.startsWith('EVT#'));
    expect(outbox).toMatchObject([
      { events: [{ name: 'spike.noticed', data: { spikeId: known.id, teamId: 'support' } }] },
    ]);
  });

  it('are decided again when somebody else noticed something about the team (A68)', async () => {
    const table = await engine.newTable();
    const watch = await getWatch(table, 'support');
    expect(await putSpike(table, spike(), watch, news)).toBe(true);
    const other = spike('support', '2026-11-27T12:00:01.000Z');
    expect(await putSpike(table, other, watch, news)).toBe(false);
    expect(await putSpike(table, other, await getWatch(table, 'support'), news)).toBe(true);
    expect(await putSpike(table, spike('airport'), await getWatch(table, 'airport'), news)).toBe(true);
  });

  it('are listed with the latest first (A67)', async () => {
    const table = await engine.newTable();
    for (const at of ['2026-11-27T10:00:00.000Z', '2026-11-27T11:00:00.000Z'])
      await putSpike(table, spike('support', at), await getWatch(table, 'support'), news);
    expect((await listSpikes(table)).map(({ noticedAt }) => noticedAt.slice(11, 13))).toEqual(['11', '10']);
  });

  it('are put aside, or belong to an incident, and stay so while they grow (A67)', async () => {
    const table = await engine.newTable();
    const { id } = spike();
    await putSpike(table, spike(), await getWatch(table, 'support'), news);
    expect(await settleSpike(table, id, { state: 'dismissed', dismissedBy: 'lead-1' })).toMatchObject({
      state: 'dismissed',
    });
    const watch = await getWatch(table, 'support');
    const [known] = watch.active;
    if (!known) throw new Error('Nothing is watched.');
    await putSpike(
      table,
      grownSpike(known, { ...rush, conversationIds: ['C1', 'C2', 'C9'] }, 'app', NOW),
      watch,
      news,
    );
    expect(await getSpike(table, id)).toMatchObject({ state: 'dismissed', dismissedBy: 'lead-1', count: 3 });
    expect(await settleSpike(table, id, { state: 'incident', incidentId: 'I1' })).toMatchObject({
      incidentId: 'I1',
    });
    expect(await settleSpike(table, id, { state: 'dismissed', dismissedBy: 'x' })).toMatchObject({
      state: 'incident',
    });
    expect(await settleSpike(table, 'unknown', { state: 'dismissed', dismissedBy: 'x' })).toBeUndefined();
  });
});
