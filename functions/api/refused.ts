import type { Refusal } from '../domain/refusal.ts';
import { Reject } from '../errors.ts';

/** What a channel would refuse, refused before trying: a 422 that says what happened and what to do instead. */
export function refused({ code, explanation, advice }: Refusal): Reject {
  return new Reject(422, `${explanation} ${advice}`, { code, explanation, advice });
}
