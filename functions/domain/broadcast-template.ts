import * as z from 'zod/mini';

/**
 * A text to begin a broadcast with. Words in braces wait for what they stand for: those of `placeholders` for each person who is
 * answered, all others, such as `{what}`, for whoever writes; a broadcast in which one is left open is refused.
 */
export const BroadcastTemplate = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  text: z.string().check(z.minLength(1), z.maxLength(10_000)),
});

/** All templates of the desk. */
export const BroadcastTemplateBook = z
  .object({ templates: z.array(BroadcastTemplate).check(z.maxLength(200)) })
  .check(
    z.refine(({ templates }) => new Set(templates.map(({ id }) => id)).size === templates.length, {
      error: 'two templates have the same id',
    }),
  );
export type BroadcastTemplateBook = z.infer<typeof BroadcastTemplateBook>;
