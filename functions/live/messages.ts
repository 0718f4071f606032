import * as z from 'zod/mini';

const ConversationId = z.string().check(z.minLength(1), z.maxLength(100));

/** What a page says over its live connection. */
export const PageMessage = z.discriminatedUnion('action', [
  /** Which conversation it shows now; null for none. */
  z.object({ action: z.literal('look'), conversationId: z.nullable(ConversationId) }),
  z.object({ action: z.literal('type'), conversationId: ConversationId, typing: z.boolean() }),
  /** Keeps the connection, which ends after ten minutes of silence. */
  z.object({ action: z.literal('ping') }),
]);
export type PageMessage = z.infer<typeof PageMessage>;

/** Somebody who looks at a conversation, once, however many pages show it. */
export interface Present {
  agentId: string;
  name: string;
  typing: boolean;
}

/** What a page is told over its live connection. */
export type DeskMessage =
  | {
      type: 'conversation';
      /** The row of the inbox as it is now. */
      conversation: { id: string };
      /** Names of what happened. */
      events: string[];
      /** Who caused it: an agent's id, or the platform, or the clock. */
      by: string;
    }
  | { type: 'presence'; conversationId: string; people: Present[] }
  | { type: 'pong' };
