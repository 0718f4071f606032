import { DatabaseSync } from 'node:sqlite';

/** How long the engine may hold the file's lock. */
const PATIENCE_MS = 5_000;

/**
 * Gives the engine's file an index of the stream's records. The engine (1.2.1) keeps none and never removes a record, so each
 * write and each read of the stream looks through all that was ever written: with 6,000 records a transaction takes a tenth of a
 * second. SQLite itself keeps the index up to date and uses it. A file of another layout is left as it is.
 */
export function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_stream_records'").get();
    if (!known) return;
    database.exec(
      'CREATE INDEX IF NOT EXISTS _hark_stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
