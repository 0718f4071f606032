import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const Payload = z.looseObject({
  uid: z.optional(z.string()),
  grantId: z.optional(z.string()),
});
type Payload = z.infer<typeof Payload>;
const Row = z.optional(z.object({ payload: z.string() }));

/**
 * Keeps what the sign-in remembers (sessions, codes, refresh tokens) in the data folder, in the form that oidc-provider asks
 * of an adapter. Returns what makes the adapter of one of its models.
 * @see https://github.com/panva/node-oidc-provider/blob/main/example/my_adapter.js
 */
export function openSignInStore(database: DatabaseSync) {
  database.exec(
    'CREATE TABLE IF NOT EXISTS sign_in (model TEXT, id TEXT, uid TEXT, grant_id TEXT, expires INTEGER, payload TEXT NOT NULL, PRIMARY KEY (model, id)) STRICT',
  );
  const replace = database.prepare('INSERT OR REPLACE INTO sign_in VALUES (?, ?, ?, ?, ?, ?)');
  const expire = database.prepare('DELETE FROM sign_in WHERE expires <= ?');
  const byId = database.prepare('SELECT payload FROM sign_in WHERE model = ? AND id = ? AND expires > ?');
  const byUid = database.prepare('SELECT payload FROM sign_in WHERE model = ? AND uid = ? AND expires > ?');
  const remove = database.prepare('DELETE FROM sign_in WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM sign_in WHERE model = ? AND grant_id = ?');
  const read = (row: unknown): Payload | undefined => {
    const found = Row.parse(row);
    return found && Payload.parse(JSON.parse(found.payload));
  };
  const now = () => Math.floor(Date.now() / 1000);

  return (model: string) => ({
    async upsert(id: string, value: unknown, expiresIn?: number) {
      const payload = Payload.parse(value);
      const expires = now() + (expiresIn ?? 10 * 365 * 24 * 3600);
      expire.run(now());
      replace.run(model, id, payload.uid ?? null, payload.grantId ?? null, expires, JSON.stringify(payload));
    },
    find: async (id: string) => read(byId.get(model, id, now())),
    findByUid: async (uid: string) => read(byUid.get(model, uid, now())),
    findByUserCode: async () => undefined,
    async consume(id: string) {
      const payload = read(byId.get(model, id, now()));
      if (payload) await this.upsert(id, { ...payload, consumed: now() });
    },
    async destroy(id: string) {
      remove.run(model, id);
    },
    async revokeByGrantId(grantId: string) {
      revoke.run(model, grantId);
    },
  });
}
