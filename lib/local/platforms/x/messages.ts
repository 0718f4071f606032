import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** A direct message. */
export interface Message {
  id: string;
  /** Both user ids, the smaller first, as X names a conversation of two. */
  conversationId: string;
  senderId: string;
  recipientId: string;
  text: string;
  mediaId?: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** When the recipient saw it. */
  readAt?: number;
}

const MessageSchema = z.pipe(
  z.object({
    id: z.string(),
    conversation_id: z.string(),
    sender_id: z.string(),
    recipient_id: z.string(),
    text: z.string(),
    media_id: z.nullable(z.string()),
    created_at: z.number(),
    read_at: z.nullable(z.number()),
  }),
  z.transform(
    (row): Message => ({
      id: row.id,
      conversationId: row.conversation_id,
      senderId: row.sender_id,
      recipientId: row.recipient_id,
      text: row.text,
      mediaId: row.media_id ?? undefined,
      createdAt: row.created_at,
      readAt: row.read_at ?? undefined,
    }),
  ),
);

export interface Messages {
  add(message: Message): void;
  /** Oldest first. */
  inConversation(conversationId: string): Message[];
  /** Everything that a user sent or got, newest first. */
  ofUser(userId: string): Message[];
  /** Marks all that one user sent to the other as seen; gives the latest of those that were not. */
  see(senderId: string, readerId: string, at: number): Message | undefined;
}

/** Name of the conversation between two users. Ids are compared as numbers, since old ones have fewer digits. */
export function conversationBetween(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? `${one}-${other}` : `${other}-${one}`;
}

export function openMessages(db: DatabaseSync): Messages {
  const insert = db.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, NULL)');
  const inConversation = db.prepare('SELECT * FROM message WHERE conversation_id = ? ORDER BY id');
  const ofUser = db.prepare(
    'SELECT * FROM message WHERE sender_id = :id OR recipient_id = :id ORDER BY id DESC',
  );
  const unseen = 'sender_id = ? AND recipient_id = ? AND read_at IS NULL';
  const newest = db.prepare(`SELECT * FROM message WHERE ${unseen} ORDER BY id DESC LIMIT 1`);
  const see = db.prepare(`UPDATE message SET read_at = ? WHERE ${unseen}`);
  return {
    add(m) {
      insert.run(m.id, m.conversationId, m.senderId, m.recipientId, m.text, m.mediaId ?? null, m.createdAt);
    },
    inConversation: (id) => inConversation.all(id).map((row) => MessageSchema.parse(row)),
    see: (senderId, readerId, at) => {
      const row = newest.get(senderId, readerId);
      see.run(at, senderId, readerId);
      return row && MessageSchema.parse(row);
    },
    ofUser: (id) => ofUser.all({ id }).map((row) => MessageSchema.parse(row)),
  };
}
