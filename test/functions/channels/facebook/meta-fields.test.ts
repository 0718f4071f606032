import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  FromMilliseconds,
  FromSeconds,
  lenient,
  NativeId,
} from '../../../../functions/channels/facebook/meta-fields.ts';

describe('NativeId', () => {
  it.each([
    ['text', '108_122', '108_122'],
    ['a number', 705955836155788, '705955836155788'],
    ['a number that lost its last digits', Number('25100000000000001'), undefined],
    ['a fraction', 1.5, undefined],
    ['empty text', '', undefined],
    ['null', null, undefined],
  ])('reads %s', (_name, id, read) => {
    expect(z.safeParse(NativeId, id).data).toBe(read);
  });
});

describe('instants', () => {
  it.each([
    ['seconds', FromSeconds, 1795169700, '2026-11-20T10:15:00.000Z'],
    ['milliseconds', FromMilliseconds, 1795169700123, '2026-11-20T10:15:00.123Z'],
    ['the first second', FromSeconds, 0, '1970-01-01T00:00:00.000Z'],
    ['the last second of four-digit years', FromSeconds, 253402300799, '9999-12-31T23:59:59.000Z'],
    ['no second after it', FromSeconds, 253402300800, undefined],
    ['no milliseconds where seconds are due', FromSeconds, 1795169700123, undefined],
    ['nothing beyond all dates', FromMilliseconds, 1e300, undefined],
    ['nothing before 1970', FromSeconds, -1, undefined],
    ['no text', FromSeconds, '1795169700', undefined],
  ])('reads %s', (_name, schema, value, instant) => {
    expect(z.safeParse(schema, value).data).toBe(instant);
  });
});

describe('lenient', () => {
  it.each([
    ['what fits', { name: 'Ines' }, { name: 'Ines' }],
    ['nothing for a missing member', {}, {}],
    ['nothing for null', { name: null }, {}],
    ['nothing for another sort', { name: 7 }, {}],
  ])('gives %s', (_name, value, read) => {
    expect(z.object({ name: lenient(z.string()) }).parse(value)).toEqual(read);
  });
});
