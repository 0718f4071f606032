import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** An address that events are sent to. */
export interface Webhook {
  id: string;
  url: string;
  /** False after a wrong answer to a CRC: no events until it is validated again. */
  valid: boolean;
  /** Epoch milliseconds. */
  createdAt: number;
  /** When it last answered a CRC rightly. */
  validatedAt?: number;
}

const WebhookSchema = z.pipe(
  z.object({
    id: z.string(),
    url: z.string(),
    valid: z.number(),
    created_at: z.number(),
    validated_at: z.nullable(z.number()),
  }),
  z.transform(
    (row): Webhook => ({
      id: row.id,
      url: row.url,
      valid: row.valid === 1,
      createdAt: row.created_at,
      validatedAt: row.validated_at ?? undefined,
    }),
  ),
);

export interface Webhooks {
  add(webhook: Webhook): void;
  get(id: string): Webhook | undefined;
  byUrl(url: string): Webhook | undefined;
  all(): Webhook[];
  /** As if it had just been registered at this address. */
  renew(id: string, url: string, at: number): void;
  setValidated(id: string, at: number): void;
  setInvalid(id: string): void;
  /** Removes it together with the subscriptions that lead to it. */
  remove(id: string): void;
}

export function openWebhooks(db: DatabaseSync): Webhooks {
  const select = (where: string) => {
    const statement = db.prepare(`SELECT * FROM webhook ${where}`);
    return (...values: string[]) => statement.all(...values).map((row) => WebhookSchema.parse(row));
  };
  const byId = select('WHERE id = ?');
  const byUrl = select('WHERE url = ?');
  const run = (sql: string, ...values: (string | number | null)[]) => void db.prepare(sql).run(...values);
  return {
    add: ({ id, url, valid, createdAt, validatedAt }) =>
      run(
        'INSERT INTO webhook VALUES (?, ?, ?, ?, ?)',
        id,
        url,
        valid ? 1 : 0,
        createdAt,
        validatedAt ?? null,
      ),
    get: (id) => byId(id)[0],
    byUrl: (url) => byUrl(url)[0],
    all: select('ORDER BY id'),
    renew: (id, url, at) =>
      run(
        'UPDATE webhook SET url = ?, valid = 1, created_at = ?, validated_at = NULL WHERE id = ?',
        url,
        at,
        id,
      ),
    setValidated: (id, at) => run('UPDATE webhook SET valid = 1, validated_at = ? WHERE id = ?', at, id),
    setInvalid: (id) => run('UPDATE webhook SET valid = 0 WHERE id = ?', id),
    remove: (id) => {
      run('DELETE FROM subscription WHERE webhook_id = ?', id);
      run('DELETE FROM aaa_subscription WHERE webhook_id = ?', id);
      run('DELETE FROM webhook WHERE id = ?', id);
    },
  };
}
