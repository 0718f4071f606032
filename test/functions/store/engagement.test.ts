import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngagementEvent } from '../../../functions/domain/inbound-event.ts';
import { countEngagement, engagementOf } from '../../../functions/store/engagement.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

function engagement(targetId: string, personId: string, fields: Partial<EngagementEvent> = {}) {
  const account = { channel: 'x' as const, accountId: '18' };
  return {
    kind: 'engagement' as const,
    ...account,
    at: NOW,
    targetId,
    personId,
    sort: 'like' as const,
    added: true,
    ...fields,
  };
}

async function counted(...targets: string[]) {
  const names = targets.map((nativeId) => ({ channel: 'x', accountId: '18', nativeId }));
  return Object.fromEntries(await engagementOf(engine.table, names));
}

describe('engagement', () => {
  it('counts a person once per target and sort, however often the platform tells (A8, A18)', async () => {
    expect(await countEngagement(engine.table, engagement('post-1', 'ines'))).toBe(true);
    expect(await countEngagement(engine.table, engagement('post-1', 'ines'))).toBe(false);
    expect(await countEngagement(engine.table, engagement('post-1', 'ola'))).toBe(true);
    expect(await countEngagement(engine.table, engagement('post-1', 'ines', { sort: 'share' }))).toBe(true);
    expect(await counted('post-1')).toEqual({ 'post-1': { likes: 2, shares: 1 } });
  });

  it('counts one when the same like comes five times at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, () => countEngagement(engine.table, engagement('post-2', 'ines'))),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await counted('post-2')).toEqual({ 'post-2': { likes: 1, shares: 0 } });
  });

  it('takes back what was counted, and only that', async () => {
    const unlike = { added: false };
    expect(await countEngagement(engine.table, engagement('post-3', 'ines', unlike))).toBe(false);
    await countEngagement(engine.table, engagement('post-3', 'ines'));
    expect(await countEngagement(engine.table, engagement('post-3', 'ines', unlike))).toBe(true);
    expect(await countEngagement(engine.table, engagement('post-3', 'ines', unlike))).toBe(false);
    expect(await counted('post-3')).toEqual({ 'post-3': { likes: 0, shares: 0 } });
  });

  it('is read of many targets at once; what nobody liked is missing', async () => {
    await countEngagement(engine.table, engagement('post-4', 'ines'));
    expect(await counted('post-4', 'post-5')).toEqual({ 'post-4': { likes: 1, shares: 0 } });
    expect(await counted()).toEqual({});
  });
});
