import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { validationWords } from '../../../functions/api/validation-words.ts';

const role = z.enum(['agent', 'lead']);
const rows: { name: string; schema: z.ZodMiniType; given: unknown; message: string }[] = [
  {
    name: 'nothing instead of text',
    schema: z.string(),
    given: undefined,
    message: 'is missing; it has to be text',
  },
  { name: 'nothing (null) instead of text', schema: z.string(), given: null, message: 'has to be text' },
  { name: 'text instead of a number', schema: z.number(), given: 'a', message: 'has to be a number' },
  {
    name: 'text instead of yes or no',
    schema: z.boolean(),
    given: 'yes',
    message: 'has to be true or false',
  },
  {
    name: 'an object instead of a list',
    schema: z.array(z.string()),
    given: {},
    message: 'has to be a list',
  },
  {
    name: 'half a number',
    schema: z.number().check(z.int()),
    given: 1.5,
    message: 'has to be a whole number',
  },
  {
    name: 'another word',
    schema: role,
    given: 'boss',
    message: 'is not known; it has to be one of agent, lead',
  },
  { name: 'no word', schema: role, given: undefined, message: 'is missing; it has to be one of agent, lead' },
  {
    name: 'another literal',
    schema: z.literal('resolved'),
    given: 'open',
    message: 'is not known; it has to be resolved',
  },
  { name: 'empty text', schema: z.string().check(z.minLength(1)), given: '', message: 'is empty' },
  {
    name: 'short text',
    schema: z.string().check(z.minLength(3)),
    given: 'a',
    message: 'has to be at least 3 characters long',
  },
  {
    name: 'long text',
    schema: z.string().check(z.maxLength(3)),
    given: 'abcd',
    message: 'has to be at most 3 characters long',
  },
  {
    name: 'a long list',
    schema: z.array(z.number()).check(z.maxLength(1)),
    given: [1, 2],
    message: 'has to be at most 1 entries long',
  },
  {
    name: 'a number that is not above another',
    schema: z.number().check(z.gt(0)),
    given: 0,
    message: 'has to be more than 0',
  },
  {
    name: 'a number that is not below another',
    schema: z.number().check(z.lt(1)),
    given: 1,
    message: 'has to be less than 1',
  },
  {
    name: 'text of another form',
    schema: z.string().check(z.regex(/^a$/)),
    given: 'b',
    message: 'does not have the form that it has to have',
  },
  {
    name: 'members too many',
    schema: z.strictObject({}),
    given: { a: 1, b: 2 },
    message: 'has members that are not known: a, b',
  },
  {
    name: 'none of two',
    schema: z.union([role, z.email('is no mail address')]),
    given: 'x',
    message: 'is no mail address',
  },
  {
    name: 'neither of two kinds',
    schema: z.union([z.number(), z.array(z.string())]),
    given: 'x',
    message: 'has to be a number, or has to be a list',
  },
  {
    name: 'what a schema says better itself',
    schema: z.string('has to be a name'),
    given: 1,
    message: 'has to be a name',
  },
];

describe('validationWords', () => {
  it.each(rows)('says of $name what is wrong', ({ schema, given, message }) => {
    const { error } = schema.safeParse(given, { error: validationWords });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
