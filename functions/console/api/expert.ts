import * as z from 'zod/mini';

/** Somebody who knows about what a customer asks. */
export const KnownExpert = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.nullish(z.string()),
  tell: z.nullish(z.string()),
  isOpen: z.optional(z.boolean()),
  why: z.nullish(z.string()),
});
export type KnownExpert = z.infer<typeof KnownExpert>;
export const KnownExperts = z.object({ experts: z.array(KnownExpert) });

/** What somebody who knows was asked by mail. */
export const Question = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  askedAt: z.string(),
  answeredAt: z.nullish(z.string()),
});
export type Question = z.infer<typeof Question>;
