import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

/** The folder that makes the local stack survive a restart. Only one runner may have it open at a time. */
export interface DataFolder {
  readonly path: string;
  /** Distinguishes the tables of this folder where several stacks share one DynamoDB engine. */
  readonly id: string;
  /** The runner's own state: mails, stream checkpoints. */
  readonly database: DatabaseSync;
  file(name: string): string;
  close(): void;
}

const MARKER = 'hark-data-id';
const LOCK = 'in-use.lock';

/**
 * Opens (or makes) the folder. With `fresh` its contents are removed, and `forget` hears the id that it had.
 * @throws StartError when another runner has it open, or when it holds files that are not ours.
 */
export function openDataFolder(
  path: string,
  fresh: boolean,
  forget: (id: string) => void = () => {},
): DataFolder {
  mkdirSync(path, { recursive: true });
  refuseForeignFolder(path);
  const lock = takeLock(path);
  const marker = join(path, MARKER);
  if (fresh) {
    if (existsSync(marker)) forget(readFileSync(marker, 'utf8').trim());
    for (const entry of readdirSync(path)) {
      if (!entry.startsWith(LOCK)) rmSync(join(path, entry), { recursive: true });
    }
  }
  if (!existsSync(marker)) writeFileSync(marker, `${randomBytes(4).toString('hex')}\n`);
  const database = new DatabaseSync(join(path, 'runner.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return {
    path,
    id: readFileSync(marker, 'utf8').trim(),
    database,
    file: (name) => join(path, name),
    close() {
      database.close();
      lock.close();
    },
  };
}

/** `--data ~ --fresh` must not empty somebody's home. */
function refuseForeignFolder(path: string): void {
  const entries = readdirSync(path);
  const ours = entries.includes(MARKER) || entries.every((entry) => entry.startsWith(LOCK));
  if (!ours) {
    throw new StartError(
      `${path} holds files that are not Hark's, so it is left alone. Give an empty or a new folder with --data DIR.`,
    );
  }
}

/** A lock of the database engine, because the system releases it with the process, however that ends. */
function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, LOCK), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    return lock;
  } catch {
    lock.close();
    throw new StartError(
      `Another Hark is running on ${path}. Stop that one first, or start this one with --data DIR and --port N of its own.`,
    );
  }
}
