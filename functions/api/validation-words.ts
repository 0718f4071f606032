import type * as z from 'zod/mini';

type RawIssue = z.core.$ZodRawIssue;
type Words = (issue: RawIssue) => string;

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  tuple: 'a list',
};

/** What each kind of mistake is called, to be read after the name of the field. */
const words: Partial<Record<string, Words>> = {
  invalid_type: ({ input, expected }) => {
    const wanted = kinds[`${expected}`] ?? `${expected}`;
    return input === undefined ? `is missing; it has to be ${wanted}` : `has to be ${wanted}`;
  },
  invalid_value: ({ input, values }) => {
    const allowed = listOf(values).join(', ');
    return `${input === undefined ? 'is missing; it' : 'is not known; it'} has to be ${listOf(values).length > 1 ? `one of ${allowed}` : allowed}`;
  },
  too_small: ({ minimum, inclusive, origin }) =>
    origin === 'string' && minimum === 1
      ? 'is empty'
      : `has to be ${inclusive ? 'at least' : 'more than'} ${minimum}${unitOf(origin)}`,
  too_big: ({ maximum, inclusive, origin }) =>
    `has to be ${inclusive ? 'at most' : 'less than'} ${maximum}${unitOf(origin)}`,
  unrecognized_keys: ({ keys }) => `has members that are not known: ${listOf(keys).join(', ')}`,
  invalid_union: ({ errors }) =>
    [...new Set(branchMessages(errors))].join(', or ') || 'is none of what it may be',
};

/**
 * Says what is wrong with a field in words that a person understands; schemas may say it better themselves. Never quotes what
 * was sent.
 */
export function validationWords(issue: RawIssue): string {
  return words[issue.code]?.(issue) ?? 'does not have the form that it has to have';
}

function unitOf(origin: unknown): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}

function listOf(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

function branchMessages(branches: unknown): string[] {
  if (!Array.isArray(branches)) return [];
  return branches.flat().flatMap((issue: unknown) => {
    const message = typeof issue === 'object' && issue !== null && 'message' in issue ? issue.message : '';
    return typeof message === 'string' && message !== '' ? [message] : [];
  });
}
