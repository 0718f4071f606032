import type { ComponentBook } from './domain/component.ts';
import type { StatusEntry } from './domain/status-entry.ts';
import { type Bucket, putFile, readText } from './media/bucket.ts';
import type { WallClock } from './services/wall-clock.ts';
import { boardOf } from './status/board.ts';
import { type StatusFile, statusFiles } from './status/files.ts';
import { componentSettings, getSettings } from './store/settings.ts';
import { listStatus } from './store/status.ts';
import type { Table } from './store/table.ts';

/** What the status page is drawn with. */
export interface StatusDesk {
  table: Table;
  clock: WallClock;
  bucket: Bucket;
  /** Where the page is, without a slash at the end. */
  statusUrl: string;
}

/**
 * How long the cache at the edge keeps a file, in seconds, and how long it may show an old one while it fetches, or when the
 * bucket cannot be reached: a crowd of readers is one request every half a minute.
 */
const CACHE = 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400';
const ATTEMPTS = 5;

/**
 * Draws the public page from what was published, and writes the files that changed. It looks once more after writing: when two draw
 * at once, whoever wrote last has then seen all that was there before, so nothing old stays.
 * @returns the keys of the files that were written
 */
export async function drawStatusPage(desk: StatusDesk): Promise<string[]> {
  const written = new Set<string>();
  let facts = await factsOf(desk.table);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    for (const file of filesOf(facts, desk)) if (await writeChanged(desk.bucket, file)) written.add(file.key);
    const now = await factsOf(desk.table);
    if (JSON.stringify(now) === JSON.stringify(facts)) return [...written];
    facts = now;
  }
  throw new Error(`What the status page tells changed ${ATTEMPTS} times while it was drawn.`);
}

interface Facts {
  book: ComponentBook;
  entries: StatusEntry[];
}

async function factsOf(table: Table): Promise<Facts> {
  const [{ value: book }, entries] = await Promise.all([
    getSettings(table, componentSettings),
    listStatus(table),
  ]);
  return { book, entries };
}

function filesOf({ book, entries }: Facts, { statusUrl, clock }: StatusDesk): StatusFile[] {
  return statusFiles(boardOf(book, entries, { name: book.name, url: statusUrl }, clock()));
}

async function writeChanged(bucket: Bucket, { key, text, contentType }: StatusFile): Promise<boolean> {
  if ((await readText(bucket, key)) === text) return false;
  await putFile(bucket, key, { bytes: Buffer.from(text), contentType, cacheControl: CACHE });
  return true;
}
