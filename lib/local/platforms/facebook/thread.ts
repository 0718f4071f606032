import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { existing, flag, json, type Memory } from './memory.ts';

const Attachment = z.object({ type: z.string(), payload: z.looseObject({ url: z.optional(z.string()) }) });
const QuickReply = z.object({
  content_type: z.literal('text'),
  title: z.string(),
  payload: z.string(),
  image_url: z.optional(z.string()),
});

/** What a message may carry besides its text. */
const Extras = z.object({
  attachments: z.optional(z.array(Attachment)),
  quickReplies: z.optional(z.array(QuickReply)),
  quickReplyPayload: z.optional(z.string()),
  metadata: z.optional(z.string()),
  replyTo: z.optional(z.string()),
});
const MessageRow = z.object({
  seq: z.number(),
  mid: z.string(),
  pageId: z.string(),
  personId: z.string(),
  fromPage: flag,
  /** The app that sent it for the page; null for a person's message. */
  appId: z.nullable(z.number()),
  text: z.nullable(z.string()),
  extras: json(Extras),
  createdAt: z.number(),
  readAt: z.nullable(z.number()),
  edits: z.number(),
  deleted: flag,
});

export type MessageExtras = z.infer<typeof Extras>;
export type Message = z.infer<typeof MessageRow>;
export interface NewMessage {
  pageId: string;
  personId: string;
  fromPage: boolean;
  appId?: number;
  text?: string;
  extras?: MessageExtras;
  createdAt: number;
}

export const findMessage = (memory: Memory, mid: string): Message | undefined =>
  memory.one(MessageRow, 'SELECT * FROM message WHERE mid = ? AND deleted = 0', mid);

/** A page's thread with a person, oldest first, without what was unsent. */
export const messagesOf = (memory: Memory, pageId: string, personId: string): Message[] =>
  memory.all(
    MessageRow,
    'SELECT * FROM message WHERE pageId = ? AND personId = ? AND deleted = 0 ORDER BY seq',
    pageId,
    personId,
  );

/** The people who have a thread with the page, the latest first. */
export const threadsOf = (memory: Memory, pageId: string): string[] =>
  memory
    .all(
      z.object({ personId: z.string() }),
      'SELECT personId FROM message WHERE pageId = ? GROUP BY personId ORDER BY MAX(seq) DESC',
      pageId,
    )
    .map((row) => row.personId);

export function insertMessage(memory: Memory, message: NewMessage): Message {
  const mid = `m_${memory.nextNumber().toString(36)}${randomBytes(18).toString('base64url')}`;
  memory.run(
    'INSERT INTO message (mid, pageId, personId, fromPage, appId, text, extras, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    mid,
    message.pageId,
    message.personId,
    message.fromPage ? 1 : 0,
    message.appId ?? null,
    message.text ?? null,
    JSON.stringify(message.extras ?? {}),
    message.createdAt,
  );
  return existing(findMessage(memory, mid));
}
