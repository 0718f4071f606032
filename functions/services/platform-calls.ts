import { randomUUID } from 'node:crypto';

/** How long one call of a platform's API may take, in milliseconds; well below a claim on the message that it sends. */
const LIMIT = 10_000;

/** `fetch` with a time limit, for callers that set none of their own. */
export const platformFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(LIMIT) });

/** A word that no other call has used. */
export const freshNonce = (): string => randomUUID();
