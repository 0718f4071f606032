import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellPages } from '../../../functions/live/tell.ts';
import { listConnections, putConnection } from '../../../functions/store/live-connections.ts';
import type { Table } from '../../../functions/store/table.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { recordPosts } from './posted.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const pong = { type: 'pong' } as const;

describe('telling pages', () => {
  it('tells each of them, more than fit at once', async () => {
    const pages = Array.from({ length: 95 }, (_, n) => `p${n}`);
    const { post, told } = recordPosts();
    await tellPages({ table, post }, pages, pong);
    expect(told.map(({ to }) => to).toSorted()).toEqual(pages.toSorted());
    expect(told[0]?.message).toEqual(pong);
  });

  it('forgets those that are gone', async () => {
    for (const connectionId of ['p1', 'p2'])
      await putConnection(table, { connectionId, agentId: 'a', name: 'A', role: 'agent', expiresAt: 9 });
    const { post, told } = recordPosts({ p1: 'gone' });
    await tellPages({ table, post }, ['p1', 'p2'], pong);
    expect(told.map(({ to }) => to)).toEqual(['p2']);
    expect(await listConnections(table, 0)).toMatchObject([{ connectionId: 'p2' }]);
  });

  it('says when some could not be told, after it told all others', async () => {
    const { post, told } = recordPosts({ p1: 'broken' });
    await expect(tellPages({ table, post }, ['p1', 'p2'], pong)).rejects.toThrow(
      '1 of 2 pages could not be told.',
    );
    expect(told.map(({ to }) => to)).toEqual(['p2']);
  });
});
