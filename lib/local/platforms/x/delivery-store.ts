import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** `missed` was never sent, because the webhook was invalid; `failed` was tried for a day. Both can be replayed. */
export type DeliveryState = 'pending' | 'delivered' | 'missed' | 'failed';

export interface Delivery {
  seq: number;
  webhookId: string;
  body: string;
  /** Epoch milliseconds. */
  createdAt: number;
  attempts: number;
}

const DeliverySchema = z.pipe(
  z.object({
    seq: z.number(),
    webhook_id: z.string(),
    body: z.string(),
    created_at: z.number(),
    attempts: z.number(),
  }),
  z.transform(
    ({ webhook_id, created_at, ...row }): Delivery => ({
      ...row,
      webhookId: webhook_id,
      createdAt: created_at,
    }),
  ),
);
const SeqSchema = z.object({ seq: z.number() });
const StatusSchema = z.object({ pending: z.number(), problem: z.nullable(z.string()) });

/** Webhook bodies on their way. They are written before anything is sent, so that a killed process loses none. */
export interface DeliveryStore {
  add(webhookId: string, body: string, at: number, state: DeliveryState, replayed: boolean): number;
  get(seq: number): Delivery | undefined;
  /** Numbers of those that wait, oldest first. */
  pending(): number[];
  settle(seq: number, state: DeliveryState, problem: string | null): void;
  /** First sendings of a webhook between two instants, both included. */
  between(webhookId: string, from: number, to: number): Delivery[];
  /** How many wait, and what was the matter with the latest of them that was tried. */
  status(): { pending: number; problem: string | null };
  forgetBefore(instant: number): void;
}

export function openDeliveryStore(db: DatabaseSync): DeliveryStore {
  const insert = db.prepare(
    'INSERT INTO delivery (webhook_id, body, created_at, state, replayed) VALUES (?, ?, ?, ?, ?)',
  );
  const pending = db.prepare("SELECT seq FROM delivery WHERE state = 'pending' ORDER BY seq");
  const bySeq = db.prepare('SELECT * FROM delivery WHERE seq = ?');
  const settle = db.prepare(
    'UPDATE delivery SET state = ?, problem = ?, attempts = attempts + 1 WHERE seq = ?',
  );
  const between = db.prepare(
    'SELECT * FROM delivery WHERE webhook_id = ? AND created_at BETWEEN ? AND ? AND replayed = 0 ORDER BY seq',
  );
  const status = db.prepare(`SELECT count(*) AS pending,
    (SELECT problem FROM delivery WHERE state = 'pending' AND problem IS NOT NULL ORDER BY seq DESC LIMIT 1) AS problem
    FROM delivery WHERE state = 'pending'`);
  return {
    add: (webhookId, body, at, state, replayed) =>
      Number(insert.run(webhookId, body, at, state, replayed ? 1 : 0).lastInsertRowid),
    get: (seq) => {
      const row = bySeq.get(seq);
      return row && DeliverySchema.parse(row);
    },
    pending: () => pending.all().map((row) => SeqSchema.parse(row).seq),
    settle: (seq, state, problem) => void settle.run(state, problem, seq),
    between: (webhookId, from, to) =>
      between.all(webhookId, from, to).map((row) => DeliverySchema.parse(row)),
    status: () => StatusSchema.parse(status.get()),
    forgetBefore: (instant) =>
      void db.prepare("DELETE FROM delivery WHERE state <> 'pending' AND created_at < ?").run(instant),
  };
}
