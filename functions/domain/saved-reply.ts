import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';

/** Words that are put in the place of placeholders when a reply is used. */
export const placeholders = ['name', 'handle', 'agent'] as const;

/**
 * A reply that agents use again and again. `{name}` stands for the customer's name, `{handle}` for what they are called on the channel,
 * `{agent}` for whoever writes; a slip of the pen there would go out to customers, so no other word in braces is taken.
 */
export const SavedReply = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  text: z.string().check(
    z.minLength(1),
    z.maxLength(10_000),
    z.refine((text) => unknownPlaceholders(text).length === 0, {
      error: (issue) =>
        `has ${unknownPlaceholders(`${issue.input}`).join(' ')}, which stands for nothing; there are {name}, {handle} and {agent}`,
    }),
  ),
  /** Where it is offered; everywhere unless said. */
  channel: z.optional(ChannelName),
  teamId: z.optional(z.string()),
});
export type SavedReply = z.infer<typeof SavedReply>;

/** All saved replies of the desk. */
export const SavedReplyBook = z.object({ replies: z.array(SavedReply).check(z.maxLength(1000)) }).check(
  z.refine(({ replies }) => new Set(replies.map(({ id }) => id)).size === replies.length, {
    error: 'two replies have the same id',
  }),
);
export type SavedReplyBook = z.infer<typeof SavedReplyBook>;

/** Words in braces that stand for nothing. */
function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = placeholders;
  return [...text.matchAll(/\{(\w+)\}/g)].flatMap(([whole, word = '']) =>
    known.includes(word) ? [] : [whole],
  );
}
