import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/** Repeats `look` until it gives something, and returns that. @throws Error that says what never came */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  limitMs = LIMIT_MS,
): Promise<T> {
  for (const until = Date.now() + limitMs; Date.now() < until; await sleep(20)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`It never came: ${what}`);
}
