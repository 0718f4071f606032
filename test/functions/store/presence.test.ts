import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueBy } from '../../../functions/store/due.ts';
import { getPresence, listPresence, putPresence } from '../../../functions/store/presence.ts';
import { announcementsOf } from '../../../functions/store/stream.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const ann = {
  agentId: 'ann',
  name: 'Ann',
  teams: ['press'],
  state: 'offline' as const,
  since: NOW,
  version: 0,
};

describe('a presence', () => {
  it('is saved over the version that it was decided on (A90)', async () => {
    const quietly = { lookAt: undefined, announce: false, traceId: 't' };
    expect(await putPresence(engine.table, ann, quietly)).toBe(true);
    expect(await putPresence(engine.table, ann, quietly)).toBe(false);
    expect(await putPresence(engine.table, { ...ann, version: 1, state: 'online' }, quietly)).toBe(true);
    expect(await getPresence(engine.table, 'ann')).toEqual({ ...ann, version: 2, state: 'online' });
    expect(await listPresence(engine.table)).toEqual([{ ...ann, version: 2, state: 'online' }]);
    expect(await getPresence(engine.table, 'nobody')).toBeUndefined();
  });

  it('falls due when it is to be looked at, and not otherwise (A11)', async () => {
    const bob = { ...ann, agentId: 'bob' };
    const due = async () => {
      const found = [];
      for await (const page of dueBy(engine.table, '2026-11-21T00:00:00.000Z')) found.push(...page);
      return found;
    };
    await putPresence(engine.table, bob, { lookAt: NOW, announce: false, traceId: 't' });
    expect(await due()).toEqual([{ id: 'presence:bob', dueAt: NOW }]);
    await putPresence(
      engine.table,
      { ...bob, version: 1 },
      { lookAt: undefined, announce: false, traceId: 't' },
    );
    expect(await due()).toEqual([]);
  });

  it('is announced with what it says (A91)', async () => {
    const cem = { ...ann, agentId: 'cem' };
    await putPresence(engine.table, cem, { lookAt: undefined, announce: true, traceId: 't' });
    const { Items = [] } = await engine.table.client.send(
      new QueryCommand({
        TableName: engine.table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'AGENT#cem' },
      }),
    );
    expect(Items.flatMap((item) => announcementsOf(marshall(item)))).toMatchObject([
      { name: 'agent.reported', at: NOW, traceId: 't', data: { agentId: 'cem', state: 'offline' } },
    ]);
  });
});
