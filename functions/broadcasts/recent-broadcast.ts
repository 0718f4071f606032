import type { Desk } from '../desk.ts';
import type { Broadcast } from '../domain/broadcast.ts';
import { getBroadcast } from '../store/broadcasts.ts';

/** For how long a broadcast is taken to be as it was read, in milliseconds: a pause stops what has not left within this time. */
const FRESH = 1000;

/** Reads broadcasts, and each not again for a moment: thousands of recipients ask for the same one. */
export function recentBroadcasts({ table, clock }: Pick<Desk, 'table' | 'clock'>) {
  let last: { id: string; readAt: number; broadcast: Promise<Broadcast | undefined> } | undefined;
  return (id: string): Promise<Broadcast | undefined> => {
    const now = Date.parse(clock());
    if (last?.id !== id || now - last.readAt >= FRESH) {
      const broadcast = getBroadcast(table, id);
      last = { id, readAt: now, broadcast };
      // What could not be read is asked for again.
      broadcast.catch(() => {
        last = undefined;
      });
    }
    return last.broadcast;
  };
}
