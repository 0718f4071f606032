import * as z from 'zod/mini';
import { Attachment, Visibility } from './message.ts';

/** Something of ours that arrived before the message which it answers. */
export const EarlyAnswer = z.object({
  nativeId: z.string(),
  visibility: Visibility,
  text: z.string(),
  attachments: z.array(Attachment),
  at: z.string(),
  receivedAt: z.string(),
});
export type EarlyAnswer = z.infer<typeof EarlyAnswer>;

/** What was told of a message before the message itself arrived; applied when it does. */
export const Pending = z.object({
  deletedAt: z.optional(z.string()),
  hidden: z.optional(z.boolean()),
  edit: z.optional(z.object({ text: z.string(), at: z.string() })),
  answers: z.optional(z.array(EarlyAnswer)),
});
export type Pending = z.infer<typeof Pending>;

/**
 * Where a platform's id leads: to a message of a conversation, or, as long as that message is unknown, to what is pending for
 * it. The reference is also what makes a second delivery of a message a duplicate.
 */
export const Reference = z.object({
  channel: z.string(),
  accountId: z.string(),
  nativeId: z.string(),
  conversationId: z.optional(z.string()),
  messageId: z.optional(z.string()),
  pending: z.optional(Pending),
});
export type Reference = z.infer<typeof Reference>;
