import type { Books } from '../../../functions/bookkeeping/bookkeeper.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Table } from '../../../functions/store/table.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';

/** Books in a table, at an instant, whose telemetry can be read. */
export function sampleBooks(table: Table, now: string) {
  const desk = { table, clock: () => now, orderedId };
  return { desk, telemetry: recordTelemetry() } satisfies Books;
}
