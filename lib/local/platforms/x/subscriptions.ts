import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** One event type of one account, sent to one webhook: X Activity API. */
export interface Subscription {
  id: string;
  eventType: string;
  /** Undefined for events about the app. */
  userId?: string;
  direction?: 'inbound' | 'outbound';
  tag?: string;
  webhookId?: string;
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
}

/** What the X Activity API can tell of, and whether the account must have agreed to it. */
export const eventTypes: Readonly<Record<string, { private: boolean }>> = {
  'post.create': { private: false },
  'post.delete': { private: false },
  'post.mention.create': { private: true },
  'post.reply.create': { private: false },
  'post.quote.create': { private: false },
  'post.repost.create': { private: false },
  'like.create': { private: false },
  'follow.follow': { private: false },
  'follow.unfollow': { private: false },
  'profile.update.bio': { private: false },
  'dm.received': { private: true },
  'dm.sent': { private: true },
  'dm.read': { private: true },
  'dm.indicate_typing': { private: true },
  'chat.received': { private: true },
  'oauth.revoke': { private: false },
};

const optional = z.pipe(
  z.nullable(z.string()),
  z.transform((value) => value ?? undefined),
);
const SubscriptionSchema = z.pipe(
  z.object({
    id: z.string(),
    event_type: z.string(),
    user_id: optional,
    direction: z.nullable(z.enum(['inbound', 'outbound'])),
    tag: optional,
    webhook_id: optional,
    created_at: z.number(),
    updated_at: z.number(),
  }),
  z.transform(
    (row): Subscription => ({
      id: row.id,
      eventType: row.event_type,
      userId: row.user_id,
      direction: row.direction ?? undefined,
      tag: row.tag,
      webhookId: row.webhook_id,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
  ),
);
const PairSchema = z.object({ webhook_id: z.string(), user_id: z.string() });

export interface Subscriptions {
  add(subscription: Subscription): void;
  get(id: string): Subscription | undefined;
  all(): Subscription[];
  update(subscription: Subscription): void;
  remove(id: string): void;
  /** Account Activity API: everything that an account does, to one webhook. */
  addAccount(webhookId: string, userId: string): void;
  removeAccount(webhookId: string, userId: string): void;
  accounts(): { webhookId: string; userId: string }[];
}

export function openSubscriptions(db: DatabaseSync): Subscriptions {
  const insert = db.prepare('INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const all = db.prepare('SELECT * FROM subscription ORDER BY id');
  const accounts = db.prepare('SELECT * FROM aaa_subscription ORDER BY webhook_id, user_id');
  const put = (s: Subscription): void => {
    const texts = [s.userId, s.direction, s.tag, s.webhookId].map((value) => value ?? null);
    insert.run(s.id, s.eventType, ...texts, s.createdAt, s.updatedAt);
  };
  const list = () => all.all().map((row) => SubscriptionSchema.parse(row));
  return {
    add: put,
    update: put,
    all: list,
    get: (id) => list().find((subscription) => subscription.id === id),
    remove: (id) => void db.prepare('DELETE FROM subscription WHERE id = ?').run(id),
    addAccount: (webhookId, userId) =>
      void db.prepare('INSERT OR IGNORE INTO aaa_subscription VALUES (?, ?)').run(webhookId, userId),
    removeAccount: (webhookId, userId) =>
      void db
        .prepare('DELETE FROM aaa_subscription WHERE webhook_id = ? AND user_id = ?')
        .run(webhookId, userId),
    accounts: () =>
      accounts.all().map((row) => {
        const pair = PairSchema.parse(row);
        return { webhookId: pair.webhook_id, userId: pair.user_id };
      }),
  };
}
