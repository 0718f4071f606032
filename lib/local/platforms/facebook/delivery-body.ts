import * as z from 'zod/mini';
import { seconds } from './events.ts';
import { json } from './memory.ts';
import { encodeBody } from './signature.ts';

/** A webhook event as it waits in the SQLite file; `item` is one element of `changes` or `messaging`. */
export const PendingRow = z.object({
  id: z.number(),
  pageId: z.string(),
  kind: z.enum(['changes', 'messaging']),
  item: json(z.unknown()),
  createdAt: z.number(),
});
export type PendingItem = z.infer<typeof PendingRow>;

/**
 * The body of one webhook POST: one entry per page and kind, in the order of the events. `time` is in seconds for changes
 * and in milliseconds for messaging. The same events always give the same bytes, so that a retry carries the same signature.
 */
export function deliveryBody(items: readonly PendingItem[]): Buffer {
  const groups = Map.groupBy(items, (item) => `${item.pageId} ${item.kind}`);
  const entry = [...groups.values()].map((group) => {
    const newest = group.at(-1);
    const time = newest?.createdAt ?? 0;
    const content = group.map((one) => one.item);
    return newest?.kind === 'changes'
      ? { id: newest.pageId, time: seconds(time), changes: content }
      : { id: newest?.pageId, time, messaging: content };
  });
  return encodeBody({ object: 'page', entry });
}
