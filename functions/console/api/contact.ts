import * as z from 'zod/mini';
import { Row } from './row.ts';

/** Something we know of a person, such as “pillow: feather” or “staying until 24 November”. */
export const Fact = z.object({
  key: z.string(),
  type: z.enum(['text', 'date', 'number', 'flag']),
  value: z.union([z.string(), z.number(), z.boolean()]),
  until: z.nullish(z.string()),
});
export type Fact = z.infer<typeof Fact>;

export const Merge = z.object({
  id: z.string(),
  otherId: z.string(),
  otherName: z.nullish(z.string()),
  why: z.string(),
  state: z.string(),
});
export type Merge = z.infer<typeof Merge>;

/** A person, whatever the channels they use. */
export const Contact = z.object({
  id: z.string(),
  name: z.nullish(z.string()),
  identities: z.array(
    z.object({
      channel: z.string(),
      nativeId: z.string(),
      profile: z.nullish(
        z.object({
          name: z.optional(z.string()),
          handle: z.optional(z.string()),
          followers: z.optional(z.number()),
          verified: z.optional(z.boolean()),
        }),
      ),
    }),
  ),
  facts: z._default(z.array(Fact), []),
  note: z.nullish(z.string()),
  conversations: z._default(z.array(Row), []),
  merges: z._default(z.array(Merge), []),
});
export type Contact = z.infer<typeof Contact>;
