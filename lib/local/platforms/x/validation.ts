import * as z from 'zod/mini';
import { type InvalidParameter, invalidRequest, Problem } from './problems.ts';

/** An id as X writes it in requests: up to 19 digits. */
export const IdSchema = z.string().check(z.regex(/^[0-9]{1,19}$/));

/** Parses a JSON body; throws X's answer 400, which names each field that is wrong, for an unknown key too. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(
      invalidRequest({ name: 'body', value: '', message: 'Request body must be a JSON object.' }),
    );
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Problem(invalidRequest(...result.error.issues.flatMap((issue) => described(issue, body))));
}

function described(issue: z.core.$ZodIssue, body: unknown): InvalidParameter[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const message = 'is not defined in the schema and the schema does not allow additional properties';
      return wrong([...path, key], body, message);
    });
  }
  if (issue.code === 'invalid_format' && issue.format === 'regex') {
    return [wrong(path, body, `does not match the regex pattern ${String(issue.pattern).slice(1, -1)}`)];
  }
  if (issue.code === 'invalid_type') {
    return [wrong(path, body, `${kindOf(at(body, path))} found, ${issue.expected} expected`)];
  }
  return [wrong(path, body, issue.message)];
}

function wrong(path: string[], body: unknown, message: string): InvalidParameter {
  const name = path.join('.');
  const value = at(body, path);
  return {
    name,
    value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    message: `$.${name}: ${message}`,
  };
}

function at(body: unknown, path: readonly string[]): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(key);
  }
  return value;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Refuses every query parameter that the endpoint does not know. */
export function checkQuery(query: URLSearchParams, known: readonly string[]): void {
  for (const [name, value] of query) {
    if (known.includes(name)) continue;
    const message = `The query parameter [${name}] is not one of [${known.join(',')}]`;
    throw new Problem(invalidRequest({ name, value, message }));
  }
}

/** A whole number from the query, within its bounds. */
export function queryNumber(
  query: URLSearchParams,
  name: string,
  bounds: { min: number; max: number; fallback: number },
): number {
  const value = query.get(name);
  if (value === null) return bounds.fallback;
  const number = Number(value);
  if (/^\d{1,6}$/.test(value) && number >= bounds.min && number <= bounds.max) return number;
  const message = `The \`${name}\` query parameter value [${value}] is not between ${bounds.min} and ${bounds.max}`;
  throw new Problem(invalidRequest({ name, value, message }));
}

/** An id from the query; undefined without one. */
export function queryId(query: URLSearchParams, name: string): bigint | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (/^[0-9]{1,19}$/.test(value)) return BigInt(value);
  const message = `The \`${name}\` query parameter value [${value}] does not match ^[0-9]{1,19}$`;
  throw new Problem(invalidRequest({ name, value, message }));
}

/** An instant from the query, `YYYY-MM-DDTHH:mm:ssZ`, in epoch milliseconds; undefined without one. */
export function queryInstant(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  const message = `The \`${name}\` query parameter value [${value}] is not a valid RFC 3339 instant`;
  throw new Problem(invalidRequest({ name, value, message }));
}
