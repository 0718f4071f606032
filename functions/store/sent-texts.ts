import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import { sentTextKey } from './said-keys.ts';
import type { Item } from './table.ts';
import type { Write } from './write.ts';

/** As many others are remembered for a text; whoever sends it more often has been told long before. */
export const REMEMBERED = 50;
/** Seconds after which a day's texts are forgotten. */
const KEPT = 3 * 24 * 3600;

const SentText = z.object({ conversations: z.set(z.string()) });

/** A text that went to a conversation; `text` is what makes no difference to a reader left out. */
export interface SentText {
  text: string;
  conversationId: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** How many other conversations got the same text on that day, by the item of `sentTextKeyOf` (A75). */
export function othersIn(item: Item | undefined, { conversationId }: SentText): number {
  const conversations = item === undefined ? [] : SentText.parse(item).conversations;
  return [...conversations].filter((id) => id !== conversationId).length;
}

/** Remembers to whom a text went, together with sending it (A75). Only its hash is kept, and saying it twice to one person counts once. */
export function rememberText(sent: SentText): Write {
  return {
    Update: {
      Key: sentTextKeyOf(sent),
      UpdateExpression: 'ADD conversations :one SET expiresAt = :expiresAt',
      ExpressionAttributeValues: {
        ':one': new Set([sent.conversationId]),
        ':expiresAt': Math.floor(Date.parse(sent.at) / 1000) + KEPT,
      },
    },
  };
}

/** Where it is remembered to whom a text went on a day (A75). */
export function sentTextKeyOf({ text, at }: SentText): Key {
  return sentTextKey(at.slice(0, 10), createHash('sha256').update(text).digest('base64url'));
}
