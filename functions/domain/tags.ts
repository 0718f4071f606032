import * as z from 'zod/mini';
import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';

/** A word that agents put on conversations, to find them together. */
export const Tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(50));

/** The tags that agents choose from, with a colour each; others can be written all the same. */
export const TagBook = z
  .object({
    tags: z
      .array(z.object({ name: Tag, color: z.optional(z.string().check(z.maxLength(30))) }))
      .check(z.maxLength(500)),
  })
  .check(
    z.refine(({ tags }) => new Set(tags.map(({ name }) => name)).size === tags.length, {
      error: 'two tags have the same name',
    }),
  );
export type TagBook = z.infer<typeof TagBook>;

/** Puts exactly these tags on a conversation, each once. */
export function retag(conversation: Conversation, wanted: readonly string[]): Outcome {
  const former = conversation.tags ?? [];
  const tags = [...new Set(wanted)];
  const added = tags.filter((tag) => !former.includes(tag));
  const removed = former.filter((tag) => !tags.includes(tag));
  if (added.length === 0 && removed.length === 0) return { conversation, events: [] };
  const { tags: _, ...bare } = conversation;
  return {
    conversation: tags.length > 0 ? { ...bare, tags } : bare,
    events: [{ name: 'conversation.tagged', data: { channel: conversation.channel, added, removed } }],
  };
}
