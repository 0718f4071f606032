import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bodyOf, json, queryOf, wholeBodyOf } from '../../../functions/api/json.ts';

const Thing = z.object({
  name: z.string().check(z.minLength(1)),
  size: z.optional(z.number()),
  parts: z._default(z.array(z.object({ id: z.string() })), []),
});
const body = (text: string) => ({ body: Buffer.from(text) });

describe('json', () => {
  it('makes an answer of a value', () => {
    expect(json(201, { a: 1 }, { etag: '"1"' })).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json', etag: '"1"' },
      body: '{"a":1}',
    });
  });
});

describe('bodyOf', () => {
  it('reads a body by its schema, and leaves out what that does not know', () => {
    expect(bodyOf(body('{"name":"a","more":1}'), Thing)).toEqual({ name: 'a', parts: [] });
  });

  const rows = [
    { name: 'nothing', text: '', detail: 'The body is not JSON.' },
    { name: 'no JSON', text: '{name: a}', detail: 'The body is not JSON.' },
    { name: 'a list', text: '[]', detail: 'The body is not as it should be: has to be an object.' },
    {
      name: 'a missing field',
      text: '{}',
      detail: 'The body is not as it should be: name: is missing; it has to be text.',
    },
    {
      name: 'an empty field',
      text: '{"name":""}',
      detail: 'The body is not as it should be: name: is empty.',
    },
    {
      name: 'two wrong fields, one of them deep inside',
      text: '{"name":7,"parts":[{"id":"1"},{}]}',
      detail:
        'The body is not as it should be: name: has to be text; parts.1.id: is missing; it has to be text.',
    },
  ];

  it.each(rows)('refuses $name in words that a person understands', ({ text, detail }) => {
    expect(() => bodyOf(body(text), Thing)).toThrow(
      expect.objectContaining({ status: 400, message: detail }),
    );
  });

  it('names each wrong field for programs too, and never quotes what was sent', () => {
    const refused = () => bodyOf(body('{"name":7,"size":"my parcel"}'), Thing);
    expect(refused).toThrow(
      expect.objectContaining({
        extra: {
          errors: [
            { field: 'name', message: 'has to be text' },
            { field: 'size', message: 'has to be a number' },
          ],
        },
      }),
    );
    expect(refused).toThrow(/^(?!.*parcel)/);
  });
});

describe('wholeBodyOf', () => {
  it('reads a body that holds only what its schema knows', () => {
    expect(wholeBodyOf(body('{"name":"a","parts":[{"id":"1"}]}'), Thing)).toEqual({
      name: 'a',
      parts: [{ id: '1' }],
    });
  });

  it('refuses members that would be ignored, wherever they are', () => {
    const text = '{"name":"a","nmae":"b","parts":[{"id":"1","clour":"red"}]}';
    expect(() => wholeBodyOf(body(text), Thing)).toThrow(
      expect.objectContaining({
        status: 400,
        message:
          'The body has members that would be ignored: nmae: is not known here; parts.0.clour: is not known here.',
      }),
    );
  });
});

describe('queryOf', () => {
  const Query = z.object({ limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50) });
  const rows = [
    { name: 'no number', limit: 'many', message: 'limit: has to be a number' },
    { name: 'too small', limit: '0', message: 'limit: has to be at least 1' },
    { name: 'too large', limit: '101', message: 'limit: has to be at most 100' },
    { name: 'no whole number', limit: '1.5', message: 'limit: has to be a whole number' },
  ];

  it.each(rows)('refuses a limit that is $name', ({ limit, message }) => {
    expect(() => queryOf({ query: { limit } }, Query)).toThrow(
      `The query is not as it should be: ${message}.`,
    );
  });

  it('fills in what is not asked for', () => {
    expect(queryOf({ query: {} }, Query)).toEqual({ limit: 50 });
    expect(queryOf({ query: { limit: '7' } }, Query)).toEqual({ limit: 7 });
  });
});
