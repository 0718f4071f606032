import type { Books } from '../bookkeeping/bookkeeper.ts';
import { keepBooks } from '../bookkeeping/keep-books.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

export const handler = worker(
  'bookkeeping',
  ({ TABLE_NAME }, telemetry): Books => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
    telemetry,
  }),
  { record: keepBooks },
);
