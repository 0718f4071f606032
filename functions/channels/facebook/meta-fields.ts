import * as z from 'zod/mini';

/**
 * An id as Meta writes it: text, or a number in older payloads. A number beyond 2^53 has lost its last digits by the time JSON is
 * parsed and would name somebody else, so it is no id.
 */
export const NativeId = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.int()]),
  z.transform((id) => String(id)),
);

/** Last second of the year 9999: later ones have no four-digit year, and ISO 8601 texts would no longer sort by time. */
const lastSecond = 253_402_300_799;

/** Seconds since 1970, as Meta counts in `changes`, to ISO 8601 UTC. */
export const FromSeconds = z.pipe(
  z.number().check(z.minimum(0), z.maximum(lastSecond)),
  z.transform((seconds) => new Date(seconds * 1000).toISOString()),
);

/** Milliseconds since 1970, as Meta counts in Messenger, to ISO 8601 UTC. */
export const FromMilliseconds = z.pipe(
  z.number().check(z.minimum(0), z.maximum(lastSecond * 1000)),
  z.transform((milliseconds) => new Date(milliseconds).toISOString()),
);

/** A member that may be missing, null or of another sort than expected: then it is undefined, and the rest stays readable. */
export function lenient<S extends z.ZodMiniType>(schema: S) {
  return z.catch(z.optional(schema), undefined);
}
