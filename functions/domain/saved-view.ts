import * as z from 'zod/mini';

/** A list of conversations that an agent keeps under a name of their own: the query of its address. */
export const SavedView = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  query: z.string().check(z.maxLength(1000)),
});
export type SavedView = z.infer<typeof SavedView>;

/** The views that an agent keeps. */
export const SavedViews = z.object({ views: z.array(SavedView).check(z.maxLength(50)) });
export type SavedViews = z.infer<typeof SavedViews>;
