import type * as z from 'zod/mini';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { validationWords } from './validation-words.ts';

/** An answer of JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/**
 * The request's body by a schema.
 * @throws Reject 400 that names each wrong field and what is wrong with it, never its content.
 */
export function bodyOf<T extends z.ZodMiniType>({ body }: Pick<HttpRequest, 'body'>, schema: T): z.infer<T> {
  return parse('The body is not as it should be', schema, parseJson(body));
}

/**
 * Like `bodyOf`, and refuses members that the schema does not know: in a document that is kept, a slip of the pen would
 * otherwise be a setting that silently does nothing. What answers add beside the document may come back and is left out.
 */
export function wholeBodyOf<T extends z.ZodMiniType>(
  { body }: Pick<HttpRequest, 'body'>,
  schema: T,
  added: readonly string[] = [],
): z.infer<T> {
  const given = parseJson(body);
  const known = parse('The body is not as it should be', schema, given);
  const errors = lostMembers(given, known)
    .map((path) => path.join('.'))
    .filter((field) => !added.includes(field))
    .map((field) => ({ field, message: 'is not known here' }));
  if (errors.length > 0) throw invalid('The body has members that would be ignored', errors);
  return known;
}

/** The query's parameters by a schema. @throws Reject 400, likewise. */
export function queryOf<T extends z.ZodMiniType>(
  { query }: Pick<HttpRequest, 'query'>,
  schema: T,
): z.infer<T> {
  return parse('The query is not as it should be', schema, query);
}

function parse<T extends z.ZodMiniType>(what: string, schema: T, given: unknown): z.infer<T> {
  const parsed = schema.safeParse(given, { error: validationWords });
  if (parsed.success) return parsed.data;
  throw invalid(
    what,
    parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  );
}

function invalid(what: string, errors: { field: string; message: string }[]): Reject {
  const list = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new Reject(400, `${what}: ${list.replace(/\.$/, '')}.`, { errors });
}

/** Where `given` has a member that `known`, which a schema made of it, has not. */
function lostMembers(given: unknown, known: unknown, above: PropertyKey[] = []): PropertyKey[][] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return [];
  const read = new Map<string, unknown>(Object.entries(known));
  return Object.entries(given).flatMap(([name, value]) =>
    read.has(name) ? lostMembers(value, read.get(name), [...above, name]) : [[...above, name]],
  );
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Reject(400, 'The body is not JSON.');
  }
}
