import type * as z from 'zod/mini';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';

/** An answer of JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/**
 * The request's body by a schema.
 * @throws Reject 400 that names each wrong field and what is wrong with it, never its content.
 */
export function bodyOf<T extends z.ZodMiniType>({ body }: Pick<HttpRequest, 'body'>, schema: T): z.infer<T> {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  throw invalid('The body is not as it should be', parsed.error);
}

/** The query's parameters by a schema. @throws Reject 400, likewise. */
export function queryOf<T extends z.ZodMiniType>(
  { query }: Pick<HttpRequest, 'query'>,
  schema: T,
): z.infer<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw invalid('The query is not as it should be', parsed.error);
}

function invalid(what: string, error: z.core.$ZodError): Reject {
  const errors = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const list = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new Reject(400, `${what}: ${list}.`, { errors });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Reject(400, 'The body is not JSON.');
  }
}
