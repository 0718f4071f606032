import * as z from 'zod/mini';
import { badParameter } from './errors.ts';

/** The parameters of a call. Graph takes them from the query and from the body, whatever the body's type; the body wins. */
export type Params = Record<string, unknown>;

const Fields = z.record(z.string(), z.unknown());

/** Query and body as one; a body that is no object is refused. */
export function mergeParams(query: URLSearchParams, body: unknown): Params {
  const fields = Fields.safeParse(body ?? {});
  if (!fields.success || Array.isArray(body))
    throw badParameter('The request body is neither a form nor a JSON object.');
  return { ...Object.fromEntries(query), ...fields.data };
}

/** Reads parameters by a schema; what does not fit is error 100 with the name of the parameter. */
export function readParams<S extends z.ZodMiniType>(schema: S, params: unknown): z.output<S> {
  const result = z.safeParse(schema, params);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badParameter(
    `Param ${issue?.path.join('.') || 'body'} is not valid: ${issue?.message ?? 'wrong value'}`,
  );
}

/** A value that a form carries as JSON text and a JSON body as it is. */
export const jsonParam = <S extends z.ZodMiniType>(schema: S) => z.pipe(z.transform(fromText), schema);

/** True or false in any of the spellings that Graph takes. */
export const booleanParam = z.pipe(
  z.transform((value: unknown) => {
    if (value === 'true' || value === '1' || value === 1) return true;
    if (value === 'false' || value === '0' || value === 0) return false;
    return value;
  }),
  z.boolean(),
);

/** A number, or its digits. */
export const numberParam = z.coerce.number();

/** An address that Meta could fetch from. */
export const urlParam = z.url({ protocol: /^https?$/ });

function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
