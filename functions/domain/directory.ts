import * as z from 'zod/mini';
import { Calendar } from './business-calendar.ts';

/** Somebody who knows about some topics, in the company or outside it. */
export const Expert = z.object({
  id: z
    .string()
    .check(z.regex(/^[\w-]{1,64}$/, { error: 'has other characters than letters, digits, _ and -' })),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Where questions are mailed to. */
  email: z.email('is not a mail address'),
  /** Words that messages about their topics hold. */
  topics: z.array(z.string().check(z.minLength(2), z.maxLength(60))).check(z.minLength(1), z.maxLength(50)),
  /** What they are, such as "Registrar". */
  role: z.optional(z.string().check(z.maxLength(120))),
  /** When they answer; any time unless said. */
  hours: z.optional(Calendar),
  /** How a customer may reach them, as it may be told; nothing unless said. */
  tell: z.optional(z.string().check(z.maxLength(300))),
});
export type Expert = z.infer<typeof Expert>;

/** The people who know. */
export const DirectoryBook = z.object({ people: z.array(Expert).check(z.maxLength(500)) }).check(
  z.refine(({ people }) => new Set(people.map(({ id }) => id)).size === people.length, {
    error: 'two people have the same id',
  }),
);
export type DirectoryBook = z.infer<typeof DirectoryBook>;
