import { dueHorizon, dueMessage } from '../queues/due-message.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { openTable } from '../services/table.ts';
import { type WallClock, wallClock } from '../services/wall-clock.ts';
import { tick } from '../shell.ts';
import { dueBy } from '../store/due.ts';
import type { Table } from '../store/table.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  table: Table;
  clock: WallClock;
  enqueue: Enqueue;
  telemetry: Telemetry;
}

export const handler = tick(
  'sweep',
  ({ TABLE_NAME, DUE_QUEUE_URL }, telemetry): Services => {
    const enqueue = openQueues()(DUE_QUEUE_URL);
    return { table: openTable(TABLE_NAME), clock: wallClock, enqueue, telemetry };
  },
  sweep,
);

/**
 * Hands everything that falls due within the horizon to the due queue, to arrive at its second. What was due before and is
 * still there was lost on its way once, and is handed over again: this is what heals.
 */
export async function sweep({ table, clock, enqueue, telemetry }: Services): Promise<void> {
  const now = clock();
  let found = 0;
  for await (const page of dueBy(table, dueHorizon(now))) {
    found += page.length;
    await enqueue(page.map((due) => dueMessage(due, now)));
  }
  telemetry.info('swept', { found });
}
