import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** How far each function has come in each shard of each stream. On disk, so that a restart goes on where it was. */
export interface Checkpoints {
  /** Sequence number of the last record that is done; undefined before the first. */
  read(functionName: string, streamArn: string, shardId: string): string | undefined;
  write(functionName: string, streamArn: string, shardId: string, sequenceNumber: string): void;
}

const Row = z.optional(z.object({ sequence: z.string() }));

export function openCheckpoints(database: DatabaseSync): Checkpoints {
  database.exec(
    'CREATE TABLE IF NOT EXISTS checkpoint (function TEXT, stream TEXT, shard TEXT, sequence TEXT NOT NULL, PRIMARY KEY (function, stream, shard)) STRICT',
  );
  const select = database.prepare(
    'SELECT sequence FROM checkpoint WHERE function = ? AND stream = ? AND shard = ?',
  );
  const replace = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?)');
  return {
    read: (...key) => Row.parse(select.get(...key))?.sequence,
    write: (functionName, streamArn, shardId, sequenceNumber) => {
      replace.run(functionName, streamArn, shardId, sequenceNumber);
    },
  };
}
