import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { ApiCall } from './simulator.ts';

/** The calls that one simulator received, kept in its SQLite file so that they outlive a killed process. */
export interface CallLog {
  record(call: ApiCall): void;
  /** Every kept call, oldest first. */
  all(): ApiCall[];
}

/** Older calls are forgotten beyond this number, so that a long load test does not fill the disk. */
const KEPT = 10_000;
const SECRETS = new Set(['access_token', 'appsecret_proof', 'input_token']);

const ApiCallSchema = z.object({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  body: z.optional(z.unknown()),
  status: z.number(),
});
const RowSchema = z.object({ call: z.string() });
const FieldsSchema = z.record(z.string(), z.unknown());

/** Opens the log in `db`, which may hold calls already. Access tokens never reach the file. */
export function openCallLog(db: DatabaseSync): CallLog {
  db.exec('CREATE TABLE IF NOT EXISTS api_call (seq INTEGER PRIMARY KEY, call TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO api_call (call) VALUES (?)');
  const prune = db.prepare('DELETE FROM api_call WHERE seq <= ?');
  const select = db.prepare('SELECT call FROM api_call ORDER BY seq');
  return {
    record(call) {
      const kept = { ...call, path: withoutSecrets(call.path), body: withoutSecretFields(call.body) };
      const { lastInsertRowid } = insert.run(JSON.stringify(kept));
      prune.run(Number(lastInsertRowid) - KEPT);
    },
    // A call that was held back is recorded after a later one: the instant of arrival decides.
    all: () =>
      select
        .all()
        .map((row) => parseCall(RowSchema.parse(row).call))
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  };
}

function parseCall(text: string): ApiCall {
  const call = ApiCallSchema.parse(JSON.parse(text));
  return { ...call, body: call.body };
}

function withoutSecrets(path: string): string {
  const start = path.indexOf('?');
  if (start < 0) return path;
  const kept = path
    .slice(start + 1)
    .split('&')
    .filter((pair) => !SECRETS.has(pair.split('=')[0] ?? ''));
  return path.slice(0, start) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

function withoutSecretFields(body: unknown): unknown {
  const fields = FieldsSchema.safeParse(body);
  if (!fields.success || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(fields.data).filter(([name]) => !SECRETS.has(name)));
}
