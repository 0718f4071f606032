import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getAccount,
  listAccounts,
  noteFailure,
  noteTraffic,
  putAccount,
  TRAFFIC_GRAIN,
} from '../../../functions/store/accounts.ts';
import { announcementsOf } from '../../../functions/store/stream.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe('accounts', () => {
  it('work until something else is known of them (A21)', async () => {
    const fresh = { channel: 'x', id: 'fresh', state: 'working', version: 0 };
    expect(await getAccount(engine.table, 'x', 'fresh')).toEqual(fresh);
  });

  it('are saved over the version that was decided on, and over no other (A21)', async () => {
    const refusal = { code: 'x:401', explanation: 'The token is dead.', advice: 'Connect again.' };
    const held = { ...(await getAccount(engine.table, 'x', 'held')), state: 'held' as const, refusal };
    expect(await putAccount(engine.table, held)).toBe(true);
    expect(await putAccount(engine.table, held)).toBe(false);
    expect(await getAccount(engine.table, 'x', 'held')).toEqual({ ...held, version: 1 });
  });

  it('are held even when only traffic was noted of them before', async () => {
    await noteTraffic(engine.table, { channel: 'x', id: 'busy' }, 'lastInboundAt', NOW);
    const busy = await getAccount(engine.table, 'x', 'busy');
    expect(busy).toMatchObject({ state: 'working', lastInboundAt: NOW });
    expect(await putAccount(engine.table, { ...busy, state: 'held' })).toBe(true);
    expect(await getAccount(engine.table, 'x', 'busy')).toMatchObject({ state: 'held', lastInboundAt: NOW });
  });

  it('announce what they are saved with, or nothing when somebody else saved meanwhile (A21, A22)', async () => {
    const news = {
      event: { name: 'account.released', data: { channel: 'x', accountId: 'told' } },
      at: NOW,
      traceId: 'trace-1',
    } as const;
    const told = await getAccount(engine.table, 'x', 'told');
    expect(await putAccount(engine.table, told, news)).toBe(true);
    expect(await putAccount(engine.table, told, news)).toBe(false);
    const { Items = [] } = await engine.table.client.send(
      new ScanCommand({
        TableName: engine.table.name,
        FilterExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'ACCOUNT#x#told' },
      }),
    );
    expect(Items.map(({ sk }) => `${sk}`.slice(0, 4))).toEqual(['EVT#']);
    expect(announcementsOf(marshall(Items[0] ?? {}))).toMatchObject([
      { name: 'account.released', traceId: 'trace-1', data: { channel: 'x', accountId: 'told' } },
    ]);
  });

  it('remember their latest failure, and that they still work', async () => {
    const refusal = { code: 'x:429', explanation: 'Too many calls.', advice: 'Nothing to do.' };
    const account = { channel: 'x', id: 'failing' };
    await noteFailure(engine.table, account, refusal, later(5));
    await noteFailure(engine.table, account, { ...refusal, code: 'x:older' }, NOW);
    expect(await getAccount(engine.table, 'x', 'failing')).toEqual({
      ...account,
      state: 'working',
      version: 0,
      lastFailure: refusal,
      lastFailureAt: later(5),
    });
  });

  it('remember their traffic by the minute, in both directions, and keep what else is known', async () => {
    const account = { channel: 'x', id: 'held' };
    await noteTraffic(engine.table, account, 'lastInboundAt', NOW);
    await noteTraffic(engine.table, account, 'lastInboundAt', later(TRAFFIC_GRAIN));
    await noteTraffic(engine.table, account, 'lastOutboundAt', later(1));
    expect(await getAccount(engine.table, 'x', 'held')).toMatchObject({
      state: 'held',
      lastInboundAt: NOW,
      lastOutboundAt: later(1),
    });
    await noteTraffic(engine.table, account, 'lastInboundAt', later(TRAFFIC_GRAIN + 1));
    expect(await getAccount(engine.table, 'x', 'held')).toMatchObject({
      lastInboundAt: later(TRAFFIC_GRAIN + 1),
    });
  });

  it('are listed, all of them (A21)', async () => {
    await noteTraffic(engine.table, { channel: 'facebook', id: 'page' }, 'lastInboundAt', NOW);
    const listed = (await listAccounts(engine.table)).map(({ channel, id }) => `${channel} ${id}`);
    expect(listed).toEqual(['facebook page', 'x busy', 'x failing', 'x held', 'x told']);
  });
});
