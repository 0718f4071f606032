import * as z from 'zod/mini';
import { Message } from '../../api/detail.ts';

/** Messages that were read page by page, oldest first, and whether there are more before them. */
export const Earlier = z.object({ messages: z.array(Message), hasEarlier: z._default(z.boolean(), false) });
export type Earlier = z.infer<typeof Earlier>;

/**
 * What was read, and the messages that left the window when it moved on: the desk gives so many of the latest messages only, and
 * with each new one the first of them is in it no longer. Undefined when nothing of the window is left, as after a long time
 * without a connection: what lies between was never read, so reading back begins anew.
 */
export function slide(
  earlier: Earlier,
  before: readonly Message[],
  after: readonly Message[],
): Earlier | undefined {
  const still = new Set(after.map(({ id }) => id));
  const left = before.findIndex(({ id }) => still.has(id));
  if (left < 0) return undefined;
  return left === 0 ? earlier : { ...earlier, messages: [...earlier.messages, ...before.slice(0, left)] };
}
