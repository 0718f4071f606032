import * as z from 'zod/mini';

/** Failures to find the host or to connect to it, by the codes of Node.js and of undici, its `fetch`. */
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
 * Whether a call that `fetch` gave up may have reached the other side. Only failures that surely come before the first byte say
 * no: a reset, an abort and anything unknown say yes.
 */
export function wasWritten(error: unknown): boolean {
  const read = Failure.safeParse(error);
  return !(read.success && BEFORE_WRITING.has(read.data.cause.code));
}
