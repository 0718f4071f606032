import * as z from 'zod/mini';
import type { Conversation } from './conversation.ts';

/** What an agent writes to colleagues beside a conversation. It is no message: nobody outside sees it, and it stops no clock. */
export const Note = z.object({
  id: z.string(),
  conversationId: z.string(),
  text: z.string(),
  at: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  /** Ids of the agents whom it names. */
  mentions: z.array(z.string()),
});
export type Note = z.infer<typeof Note>;

/** The agent wrote something themselves: they need not be asked to look any more. */
export function withoutMention(conversation: Conversation, agentId: string): Conversation {
  if (!conversation.mentioned?.includes(agentId)) return conversation;
  const { mentioned, ...rest } = conversation;
  const others = mentioned.filter((id) => id !== agentId);
  return others.length > 0 ? { ...rest, mentioned: others } : rest;
}
