import * as z from 'zod/mini';

/**
 * A field that X may leave out, send as null, or change the shape of one day without the rest becoming unreadable: anything
 * but the schema's own becomes undefined. A customer's words must not be lost over a follower count.
 */
export function lenient<T>(schema: z.ZodMiniType<T>) {
  return z.catch(
    z.pipe(
      z.nullish(schema),
      z.transform((value) => value ?? undefined),
    ),
    undefined,
  );
}

/**
 * An id as X writes it: digits, or a UUID for encrypted messages, or a digest for likes. The numeric twins are of no use, since
 * they are beyond what a JavaScript number holds exactly.
 */
export const Id = z.string().check(z.regex(/^[\da-z-]{1,64}$/i));

/** A handle without its @; it becomes part of an address. */
export const Handle = z.string().check(z.regex(/^\w{1,50}$/));

/** X wraps some users in `{data}` and others not, without a rule; this looks through the wrapper. */
export function unwrapped<T>(schema: z.ZodMiniType<T>) {
  return z.union([
    z.pipe(
      z.object({ data: schema }),
      z.transform((wrapper) => wrapper.data),
    ),
    schema,
  ]);
}
