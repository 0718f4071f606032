import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Write, write, writeInTurn } from '../../../functions/store/write.ts';
import { meterOf } from './capacity.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const key = (name: string) => ({ pk: name, sk: name });
const newItem = (name: string): Write => ({
  Put: {
    Item: key(name),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
const counted = (name: string): Write => ({
  Update: {
    Key: key(name),
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': 1 },
  },
});
const removed = (name: string): Write => ({
  Delete: { Key: key(name), ConditionExpression: 'attribute_exists(pk)' },
});

async function stored(name: string): Promise<unknown> {
  const found = await engine.table.client.send(
    new GetCommand({ TableName: engine.table.name, Key: key(name) }),
  );
  return found.Item;
}

/** Lets the next requests fail as they do in AWS when others write the same item; the embedded engine knows no such moment. */
function failNext(times: number, failure: () => Error): { asked: () => number; stop: () => void } {
  let asked = 0;
  engine.table.client.middlewareStack.add(
    (next) => async (args) => {
      asked += 1;
      if (asked <= times) throw failure();
      return next(args);
    },
    { step: 'initialize', name: 'crowd', override: true },
  );
  return { asked: () => asked, stop: () => engine.table.client.middlewareStack.remove('crowd') };
}

const message = 'failed on purpose';
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('write', () => {
  it('writes a put, an update and a deletion alone at the price of one unit each, and together at two', async () => {
    const meter = meterOf(engine.table);
    const rows: [string, Write[], number][] = [
      ['a put', [newItem('alone')], 1],
      ['an update', [counted('counter')], 1],
      ['a deletion', [removed('alone')], 1],
      ['two together', [newItem('together'), counted('counter')], 4],
    ];
    for (const [name, writes, units] of rows) {
      const cost = await meter.cost(async () => expect(await write(engine.table, writes), name).toEqual([]));
      expect(cost, name).toMatchObject({ calls: 1, write: units });
    }
    expect(await stored('counter')).toMatchObject({ n: 2 });
    expect(await stored('alone')).toBeUndefined();
  });

  it('asks nothing when there is nothing to write', async () => {
    const { calls } = await meterOf(engine.table).cost(() => write(engine.table, []));
    expect(calls).toBe(0);
  });

  it('tells which condition failed, and on what, alone and together', async () => {
    await write(engine.table, [newItem('there')]);
    const refused = { reason: 'condition', stored: { pk: { S: 'there' }, sk: { S: 'there' } } };
    expect(await write(engine.table, [newItem('there')])).toEqual([{ index: 0, ...refused }]);
    const together = await write(engine.table, [counted('never'), newItem('there')]);
    expect(together).toEqual([{ index: 1, ...refused }]);
    expect(await stored('never')).toBeUndefined();
  });

  it('tells that others are writing the same item, alone and together', async () => {
    const alone = failNext(1, () => new TransactionConflictException({ $metadata: {}, message }));
    expect(await write(engine.table, [counted('busy')])).toEqual([{ index: 0, reason: 'conflict' }]);
    alone.stop();
    const together = failNext(1, () => cancelled('None', 'TransactionConflict'));
    expect(await write(engine.table, [newItem('busy-1'), counted('busy')])).toEqual([
      { index: 1, reason: 'conflict' },
    ]);
    together.stop();
  });

  it('throws what is neither, such as a table that is throttled', async () => {
    const { stop } = failNext(1, () => cancelled('None', 'ThrottlingError'));
    await expect(write(engine.table, [newItem('slow-1'), newItem('slow-2')])).rejects.toThrow(message);
    stop();
  });
});

describe('writeInTurn', () => {
  const both: Write[] = [newItem('liked'), counted('likes')];

  it('tries again as long as others write the same item', async () => {
    const crowd = failNext(3, () => cancelled('None', 'TransactionConflict'));
    expect(await writeInTurn(engine.table, both)).toEqual([]);
    expect(crowd.asked()).toBe(4);
    crowd.stop();
  });

  it('does not try again when a condition failed', async () => {
    const crowd = failNext(0, () => cancelled());
    expect(await writeInTurn(engine.table, both)).toMatchObject([{ index: 0, reason: 'condition' }]);
    expect(crowd.asked()).toBe(1);
    crowd.stop();
  });

  it('gives up in the end and says why', async () => {
    const crowd = failNext(100, () => cancelled('None', 'TransactionConflict'));
    expect(await writeInTurn(engine.table, both)).toEqual([{ index: 1, reason: 'conflict' }]);
    expect(crowd.asked()).toBeGreaterThan(3);
    crowd.stop();
  });
});
