import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteSign } from '../../../functions/store/contact-signs.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const note = (value: string, contactId: string, channel = 'x') =>
  noteSign(engine.table, { kind: 'email', value }, { contactId, channel });

it('tells who else has a sign (A45)', async () => {
  expect(await note('a@b.example', 'one')).toEqual([]);
  expect(await note('a@b.example', 'one')).toEqual([]);
  expect(await note('a@b.example', 'two', 'facebook')).toEqual([{ contactId: 'one', channel: 'x' }]);
  expect(await note('c@d.example', 'three')).toEqual([]);
});

it('tells of nobody when many have it, such as our own address', async () => {
  for (let number = 0; number < 10; number += 1) await note('us@shop.example', `c${number}`);
  expect(await note('us@shop.example', 'c10')).toEqual([]);
});
