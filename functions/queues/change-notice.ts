import * as z from 'zod/mini';
import type { Outgoing } from './send-batch.ts';

/** What travels through the push queue: that a conversation changed, for the pages that are open. */
export const ChangeNotice = z.object({
  conversationId: z.string(),
  /** Names of what happened. */
  events: z.array(z.string()),
  /** Who caused it. */
  by: z.string(),
  traceId: z.string(),
});
export type ChangeNotice = z.infer<typeof ChangeNotice>;

/** The queue message of a notice. Their order does not matter: whoever takes one looks at the conversation as it is then. */
export function changeNotice(notice: ChangeNotice): Outgoing {
  return { body: JSON.stringify(notice) };
}
