import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** The SQLite file of the simulated Facebook, with rows parsed by a schema on their way out. */
export interface Memory {
  readonly db: DatabaseSync;
  all<S extends z.ZodMiniType>(schema: S, sql: string, ...values: SQLInputValue[]): z.output<S>[];
  one<S extends z.ZodMiniType>(schema: S, sql: string, ...values: SQLInputValue[]): z.output<S> | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** Runs `work`, which must not wait for anything, as one transaction: an object and its webhook are kept together. */
  atomically<T>(work: () => T): T;
  /** A number that was never given before, also not before a restart. */
  nextNumber(): number;
}

/** A yes or no as SQLite keeps it. */
export const flag = z.pipe(
  z.number(),
  z.transform((value: number) => value === 1),
);

/** A column that holds JSON of the given shape. */
export const json = <S extends z.ZodMiniType>(schema: S) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  );

const TABLES = `
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS page (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, token TEXT NOT NULL, tokenState TEXT NOT NULL DEFAULT 'valid',
  tokenStateAt INTEGER NOT NULL DEFAULT 0, gate TEXT NOT NULL DEFAULT 'open', subscribed INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE IF NOT EXISTS person (id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS acquaintance (
  pageId TEXT NOT NULL, personId TEXT NOT NULL, psid TEXT NOT NULL UNIQUE, lastActionAt INTEGER,
  blocked INTEGER NOT NULL DEFAULT 0, typingUntil INTEGER NOT NULL DEFAULT 0, seenAt INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (pageId, personId)) STRICT;
CREATE TABLE IF NOT EXISTS post (
  id TEXT PRIMARY KEY, pageId TEXT NOT NULL, authorId TEXT NOT NULL, kind TEXT NOT NULL, message TEXT, link TEXT,
  photos TEXT NOT NULL DEFAULT '[]', createdAt INTEGER NOT NULL, editedAt INTEGER, published INTEGER NOT NULL DEFAULT 1,
  publishAt INTEGER, deleted INTEGER NOT NULL DEFAULT 0, privateReplyMid TEXT) STRICT;
CREATE INDEX IF NOT EXISTS post_of_page ON post (pageId, createdAt);
CREATE TABLE IF NOT EXISTS comment (
  id TEXT PRIMARY KEY, postId TEXT NOT NULL, pageId TEXT NOT NULL, parentId TEXT, authorId TEXT NOT NULL, message TEXT,
  photo TEXT, createdAt INTEGER NOT NULL, editedAt INTEGER, hidden INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0, privateReplyMid TEXT) STRICT;
CREATE INDEX IF NOT EXISTS comment_of_post ON comment (postId, createdAt);
CREATE TABLE IF NOT EXISTS message (
  seq INTEGER PRIMARY KEY, mid TEXT NOT NULL UNIQUE, pageId TEXT NOT NULL, personId TEXT NOT NULL, fromPage INTEGER NOT NULL,
  appId INTEGER, text TEXT, extras TEXT NOT NULL DEFAULT '{}', createdAt INTEGER NOT NULL, readAt INTEGER,
  edits INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX IF NOT EXISTS message_of_thread ON message (pageId, personId, seq);
CREATE TABLE IF NOT EXISTS reaction (
  objectId TEXT NOT NULL, actorId TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (objectId, actorId)) STRICT;
CREATE TABLE IF NOT EXISTS delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT, pageId TEXT NOT NULL, kind TEXT NOT NULL, item TEXT NOT NULL,
  createdAt INTEGER NOT NULL) STRICT;
`;

const Counter = z.object({ value: z.number() });

/**
 * Opens `file` (':memory:' forgets) and makes the tables that are missing. A fresh counter starts at `now`, so that ids
 * stay new to a desk that remembers what an earlier, deleted file gave out.
 */
export function openMemory(file: string, now: number): Memory {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
  db.exec(TABLES);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const memory: Memory = {
    db,
    all: (schema, sql, ...values) => z.array(schema).parse(prepare(sql).all(...values)),
    one: (schema, sql, ...values) => {
      const row = prepare(sql).get(...values);
      return row === undefined ? undefined : z.parse(schema, row);
    },
    run: (sql, ...values) => {
      prepare(sql).run(...values);
    },
    atomically: (work) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    nextNumber: () => {
      const row = memory.one(
        Counter,
        "UPDATE counter SET value = value + 1 WHERE name = 'id' RETURNING value",
      );
      return row?.value ?? 0;
    },
  };
  memory.run("INSERT OR IGNORE INTO counter VALUES ('id', ?)", Math.trunc(now));
  return memory;
}

/** The row that was just written; a file that lost it is broken and must not be served. */
export function existing<T>(row: T | undefined): T {
  if (row === undefined)
    throw new Error('The simulator cannot read back what it wrote: its SQLite file is damaged.');
  return row;
}
