import * as z from 'zod/mini';

/** Failures to find the other side or to connect to it, by the codes of Node.js and of undici, its `fetch`. */
const BEFORE_WRITING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const Failure = z.object({ cause: z.object({ code: z.string() }) });

/**
 * Whether a call that `fetch` gave up surely never left: only failures that come before the first byte is written count. After a
 * reset, an abort and anything unknown the other side may have the call.
 */
export function neverLeft(error: unknown): boolean {
  const read = Failure.safeParse(error);
  return read.success && BEFORE_WRITING.has(read.data.cause.code);
}
