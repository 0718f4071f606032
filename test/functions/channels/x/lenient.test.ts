import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Handle, Id, lenient, unwrapped } from '../../../../functions/channels/x/lenient.ts';

const Person = z.object({ id: Id, followers: lenient(z.number()) });

const fields = [
  { title: 'keeps a readable field', given: { id: '1', followers: 3 }, followers: 3 },
  { title: 'reads a missing field as undefined', given: { id: '1' }, followers: undefined },
  { title: 'reads null as undefined', given: { id: '1', followers: null }, followers: undefined },
  { title: 'reads another shape as undefined', given: { id: '1', followers: 'many' }, followers: undefined },
];

test.each(fields)('lenient $title', ({ given, followers }) => {
  expect(Person.parse(given)).toEqual({ id: '1', followers });
});

test('unwrapped reads the same from a wrapped and a bare value', () => {
  const Either = unwrapped(z.object({ id: Id }));
  expect(Either.parse({ data: { id: '7' } })).toEqual({ id: '7' });
  expect(Either.parse({ id: '7' })).toEqual({ id: '7' });
  expect(Either.safeParse({ data: {} }).success).toBe(false);
});

const words = [
  { title: 'digits are an id', schema: Id, word: '1800000000000000001', ok: true },
  { title: 'a UUID is an id', schema: Id, word: 'e4f4d3fc-8bbf-4928-92eb-e5058d6b0001', ok: true },
  { title: 'nothing is no id', schema: Id, word: '', ok: false },
  { title: 'a word with a colon is no id', schema: Id, word: '1:2', ok: false },
  { title: 'a number is no id, since it has lost digits', schema: Id, word: 180, ok: false },
  { title: 'a handle has letters, digits and underscores', schema: Handle, word: 'ines_okoro_ex', ok: true },
  { title: 'a path is no handle', schema: Handle, word: '../login', ok: false },
];

test.each(words)('$title', ({ schema, word, ok }) => {
  expect(schema.safeParse(word).success).toBe(ok);
});
