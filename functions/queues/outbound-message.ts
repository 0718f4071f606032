import * as z from 'zod/mini';
import type { Outgoing } from './send-batch.ts';

/** What travels through the outbound queue: a message of ours whose time to leave has come. */
export const OutboundMessage = z.object({ messageId: z.string(), traceId: z.string() });
export type OutboundMessage = z.infer<typeof OutboundMessage>;

/**
 * The queue message of a departure: in the group of its conversation, so that what an agent wrote leaves in order. The due instant
 * is part of its deduplication, because the same message may be due again after a retry.
 */
export function outboundMessage(message: OutboundMessage, dueAt: string): Outgoing {
  const { messageId } = message;
  return {
    body: JSON.stringify(message),
    group: messageId.split('.')[0] ?? messageId,
    dedup: `${messageId}_${Date.parse(dueAt)}`,
  };
}
