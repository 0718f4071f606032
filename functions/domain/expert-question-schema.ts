import * as z from 'zod/mini';

/** A question to somebody who knows, by mail, and how far it came. */
export const ExpertQuestion = z.object({
  /** Unique within its conversation: `q1`, `q2`, … */
  id: z.string(),
  expertId: z.string(),
  name: z.string(),
  email: z.string(),
  /** What the agent asks. */
  text: z.string(),
  askedBy: z.object({ id: z.string(), name: z.string() }),
  askedAt: z.string(),
  /** When the expert is reminded, unless they answered. */
  remindAt: z.optional(z.string()),
  remindedAt: z.optional(z.string()),
  answeredAt: z.optional(z.string()),
  /** What the link in the mail proves the expert by; shown to nobody else. */
  token: z.string(),
  /** From when on the link is worth nothing. */
  expiresAt: z.string(),
});
export type ExpertQuestion = z.infer<typeof ExpertQuestion>;

/** Whether an answer is still waited for. */
export function isAsked({ answeredAt, expiresAt }: ExpertQuestion, now: string): boolean {
  return answeredAt === undefined && now < expiresAt;
}

/** When the next expert is to be reminded; undefined when nobody is. */
export function nextReminder({
  questions = [],
}: {
  questions?: readonly ExpertQuestion[] | undefined;
}): string | undefined {
  return questions
    .flatMap(({ remindAt, remindedAt, answeredAt }) =>
      remindAt !== undefined && remindedAt === undefined && answeredAt === undefined ? [remindAt] : [],
    )
    .sort()[0];
}
