import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** Verification as X shows it: none, the blue mark of a person, the gold one of a business. */
export type Verified = 'none' | 'blue' | 'business';
export type TokenState = 'valid' | 'expired' | 'revoked';

export interface Person {
  id: string;
  name: string;
  /** Without the @. */
  handle: string;
  description: string;
  followers: number;
  following: number;
  verified: Verified;
  /** Colour of the generated picture, in degrees. */
  hue: number;
  /** Epoch milliseconds at which the person joined. */
  createdAt: number;
  /** An account of the company, which the API may act for. */
  ours: boolean;
  /** Takes no direct messages. */
  dmsClosed: boolean;
}

const PersonSchema = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    handle: z.string(),
    description: z.string(),
    followers: z.number(),
    following: z.number(),
    verified: z.enum(['none', 'blue', 'business']),
    hue: z.number(),
    created_at: z.number(),
    ours: z.number(),
    dms_closed: z.number(),
  }),
  z.transform(
    ({ created_at, dms_closed, ours, ...row }): Person => ({
      ...row,
      createdAt: created_at,
      ours: ours === 1,
      dmsClosed: dms_closed === 1,
    }),
  ),
);
const TokenSchema = z.object({ token_state: z.enum(['valid', 'expired', 'revoked']) });

/** Everyone on this X, ours and customers, with who blocks whom. */
export interface People {
  add(person: Person): void;
  rename(id: string, name: string, handle: string): void;
  get(id: string): Person | undefined;
  byHandle(handle: string): Person | undefined;
  ours(): Person[];
  customers(): Person[];
  setDmsClosed(id: string, closed: boolean): void;
  setBlock(blockerId: string, blockedId: string, blocked: boolean): void;
  blocks(blockerId: string, blockedId: string): boolean;
  tokenState(id: string): TokenState;
  setTokenState(id: string, state: TokenState): void;
}

const INSERT = `INSERT INTO person
  (id, name, handle, description, followers, following, verified, hue, created_at, ours, dms_closed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function openPeople(db: DatabaseSync): People {
  const select = (where: string) => {
    const statement = db.prepare(`SELECT * FROM person WHERE ${where}`);
    return (...values: string[]) => statement.all(...values).map((row) => PersonSchema.parse(row));
  };
  const run = (sql: string, ...values: (string | number)[]) => void db.prepare(sql).run(...values);
  const [byId, byHandle] = [select('id = ?'), select('handle = ?')];
  const blocked = db.prepare('SELECT 1 FROM block WHERE blocker_id = ? AND blocked_id = ?');
  const token = db.prepare('SELECT token_state FROM person WHERE id = ?');
  return {
    add(p) {
      const looks = [p.name, p.handle, p.description, p.followers, p.following, p.verified, p.hue];
      run(INSERT, p.id, ...looks, p.createdAt, p.ours ? 1 : 0, p.dmsClosed ? 1 : 0);
    },
    rename: (id, name, handle) =>
      run('UPDATE person SET name = ?, handle = ? WHERE id = ?', name, handle, id),
    get: (id) => byId(id)[0],
    byHandle: (handle) => byHandle(handle)[0],
    ours: select('ours = 1 ORDER BY id'),
    customers: select('ours = 0 ORDER BY id'),
    setDmsClosed: (id, closed) => run('UPDATE person SET dms_closed = ? WHERE id = ?', closed ? 1 : 0, id),
    setBlock(blockerId, blockedId, isBlocked) {
      if (isBlocked) run('INSERT OR IGNORE INTO block VALUES (?, ?)', blockerId, blockedId);
      else run('DELETE FROM block WHERE blocker_id = ? AND blocked_id = ?', blockerId, blockedId);
    },
    blocks: (blockerId, blockedId) => blocked.get(blockerId, blockedId) !== undefined,
    tokenState: (id) => {
      const row = token.get(id);
      return row ? TokenSchema.parse(row).token_state : 'revoked';
    },
    setTokenState: (id, state) => run('UPDATE person SET token_state = ? WHERE id = ?', state, id),
  };
}
