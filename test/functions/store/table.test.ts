import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { getItem, getItems } from '../../../functions/store/table.ts';
import { meterOf } from './capacity.ts';
import { openTestTable, type TestTable } from './engine.ts';

const key = (name: string) => ({ pk: name, sk: name });
let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
  for (const name of ['one', 'two'])
    await engine.table.client.send(
      new PutCommand({ TableName: engine.table.name, Item: { ...key(name), name } }),
    );
});
afterAll(() => engine.close());

const Named = z.object({ name: z.string() });

describe('getItem', () => {
  it('gives an item as its schema reads it, or undefined when there is none', async () => {
    expect(await getItem(engine.table, key('one'), Named)).toEqual({ name: 'one' });
    expect(await getItem(engine.table, key('three'), Named)).toBeUndefined();
  });

  it('throws for an item that is not what it should be', async () => {
    await expect(getItem(engine.table, key('one'), z.object({ name: z.number() }))).rejects.toThrow();
  });
});

describe('getItems', () => {
  it('gives several items in one request, each once however often it is named', async () => {
    const { calls } = await meterOf(engine.table).cost(async () => {
      const found = await getItems(engine.table, ['one', 'three', 'two', 'one'].map(key));
      expect(found(key('one'))).toMatchObject({ name: 'one' });
      expect(found(key('two'))).toMatchObject({ name: 'two' });
      expect(found(key('three'))).toBeUndefined();
      expect(found(undefined)).toBeUndefined();
    });
    // What a missing item costs is not the same on every engine.
    expect(calls).toBe(1);
  });

  it('asks again for what a busy table left out', async () => {
    const { client, name } = engine.table;
    let asked = 0;
    client.middlewareStack.add(
      (next) => async (args) => {
        asked += 1;
        const answer = await next(args);
        if (asked > 1) return answer;
        const UnprocessedKeys = { [name]: { Keys: [key('two')] } };
        const Responses = { [name]: [{ ...key('one'), name: 'one' }] };
        return { ...answer, output: { $metadata: {}, Responses, UnprocessedKeys } };
      },
      { step: 'initialize', name: 'busy', override: true },
    );
    const found = await getItems(engine.table, ['one', 'two'].map(key));
    client.middlewareStack.remove('busy');
    expect(asked).toBe(2);
    expect([found(key('one')), found(key('two'))]).toMatchObject([{ name: 'one' }, { name: 'two' }]);
  });
});
