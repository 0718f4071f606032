import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../../lib/local/data-folder.ts';
import { startDynamodb } from '../../../lib/local/dynamodb-engine.ts';
import { indexStreamRecords } from '../../../lib/local/stream-index.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What the engine asks for each record that it writes, and for each poll of a stream. */
const engineQueries = {
  'the next number': 'SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?',
  'the next records': `SELECT new_image FROM _stream_records WHERE table_name = ? AND shard_id = ?
    AND CAST(sequence_number AS INTEGER) > ? ORDER BY CAST(sequence_number AS INTEGER) LIMIT ?`,
};

test.each(Object.entries(engineQueries))('the engine finds %s of a stream by an index', async (_, query) => {
  const folder = openDataFolder(temporaryFolder(), false);
  const engine = await startDynamodb(folder, undefined, () => {});
  onTestFinished(async () => {
    await engine.stop();
    folder.close();
  });
  const database = new DatabaseSync(folder.file('dynamodb.db'), { readOnly: true });
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${query}`).all();
  database.close();
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH .* USING .*INDEX/)]);
});

test('a file without stream records is left as it is', () => {
  const file = join(temporaryFolder(), 'other.db');
  indexStreamRecords(file);
  const database = new DatabaseSync(file);
  const names = database.prepare('SELECT name FROM sqlite_schema').all();
  database.close();
  expect(names).toEqual([]);
});
