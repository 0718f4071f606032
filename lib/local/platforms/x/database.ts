import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS person (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, handle TEXT NOT NULL UNIQUE COLLATE NOCASE, description TEXT NOT NULL,
    followers INTEGER NOT NULL, following INTEGER NOT NULL, verified TEXT NOT NULL, hue INTEGER NOT NULL,
    created_at INTEGER NOT NULL, ours INTEGER NOT NULL, dms_closed INTEGER NOT NULL DEFAULT 0,
    token_state TEXT NOT NULL DEFAULT 'valid') STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY, author_id TEXT NOT NULL, addressed TEXT NOT NULL, text TEXT NOT NULL, media TEXT NOT NULL,
    conversation_id TEXT NOT NULL, reply_to TEXT, quotes TEXT, reposts TEXT,
    created_at INTEGER NOT NULL, deleted_at INTEGER, hidden INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE INDEX IF NOT EXISTS post_by_author ON post (author_id, id);
  CREATE INDEX IF NOT EXISTS post_by_parent ON post (reply_to);
  CREATE INDEX IF NOT EXISTS post_by_quoted ON post (quotes);
  CREATE INDEX IF NOT EXISTS post_by_reposted ON post (reposts);
  CREATE TABLE IF NOT EXISTS favourite (
    id TEXT PRIMARY KEY, post_id TEXT NOT NULL, person_id TEXT NOT NULL, created_at INTEGER NOT NULL,
    UNIQUE (post_id, person_id)) STRICT;
  CREATE TABLE IF NOT EXISTS block (blocker_id TEXT, blocked_id TEXT, PRIMARY KEY (blocker_id, blocked_id)) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, sender_id TEXT NOT NULL, recipient_id TEXT NOT NULL,
    text TEXT NOT NULL, media_id TEXT, created_at INTEGER NOT NULL, read_at INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS message_by_conversation ON message (conversation_id, id);
  CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, category TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
    state TEXT NOT NULL, created_at INTEGER NOT NULL, bytes BLOB) STRICT;
  CREATE TABLE IF NOT EXISTS media_segment (
    media_id TEXT, segment INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (media_id, segment)) STRICT;
  CREATE TABLE IF NOT EXISTS webhook (
    id TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, valid INTEGER NOT NULL, created_at INTEGER NOT NULL,
    validated_at INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS subscription (
    id TEXT PRIMARY KEY, event_type TEXT NOT NULL, user_id TEXT, direction TEXT, tag TEXT, webhook_id TEXT,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS aaa_subscription (
    webhook_id TEXT, user_id TEXT, PRIMARY KEY (webhook_id, user_id)) STRICT;
  CREATE TABLE IF NOT EXISTS delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, webhook_id TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, problem TEXT, replayed INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE INDEX IF NOT EXISTS delivery_by_state ON delivery (state, seq);
  CREATE TABLE IF NOT EXISTS nonce (nonce TEXT PRIMARY KEY, timestamp INTEGER NOT NULL) STRICT;
`;

/** Twitter's own epoch, from which snowflake ids count milliseconds. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;
const ValueSchema = z.object({ value: z.string() });

/** Opens the file, or memory for `:memory:`, and makes whatever is missing in it. A killed process loses nothing written. */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
  db.exec(TABLES);
  return db;
}

/**
 * Makes ids as X does, 19 digits that grow with time, so that they stay unique even when the file was thrown away
 * while the desk kept its memory of the old ones.
 */
export function createIds(db: DatabaseSync, now: () => number): () => string {
  const read = db.prepare("SELECT value FROM meta WHERE key = 'last_id'");
  const write = db.prepare(
    "INSERT INTO meta VALUES ('last_id', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  return () => {
    const row = read.get();
    const following = row ? BigInt(ValueSchema.parse(row).value) + 1n : 0n;
    const byTime = BigInt(Math.max(0, Math.floor(now()) - SNOWFLAKE_EPOCH)) << 22n;
    const id = String(byTime > following ? byTime : following);
    write.run(id);
    return id;
  };
}

/** Runs synchronous work in one transaction, which is undone when it throws. */
export function atomically<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
