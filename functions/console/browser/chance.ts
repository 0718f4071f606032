/** A name for one write that no other has, so that sending it twice does it once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** A number from 0 to 1, to keep many pages from coming back at the same instant. */
export function jitter(): number {
  return Math.random();
}
