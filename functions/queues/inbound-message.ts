import * as z from 'zod/mini';
import type { Fragment } from '../channels/channel.ts';
import { ChannelName } from '../domain/channel-name.ts';
import type { Outgoing } from './send-batch.ts';

/** What travels through the inbound queue: one event of a platform, not yet understood. */
export const InboundMessage = z.object({
  channel: ChannelName,
  traceId: z.string(),
  receivedAt: z.string(),
  body: z.unknown(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/**
 * SQS refuses two code points that JSON leaves as they are, and implementations of its protocol are known to refuse all beyond
 * the first plane, such as emoji. JSON can write them in plain letters.
 */
const REFUSED = /[\uD800-\uDFFF\uFFFE\uFFFF]/g;

/** The queue message of a fragment: in the group of its thread, once per event. */
export function inboundMessage(fragment: Fragment, arrival: Omit<InboundMessage, 'body'>): Outgoing {
  const body = JSON.stringify({ ...arrival, body: fragment.body });
  return {
    body: body.replace(REFUSED, (character) => `\\u${character.charCodeAt(0).toString(16)}`),
    group: fragment.threadKey,
    dedup: fragment.dedupKey,
  };
}

/**
 * Reads a message of the inbound queue.
 * @throws Error for what the webhook did not write; it goes to the dead-letter queue, where somebody looks at it.
 */
export function readInboundMessage(body: string): InboundMessage {
  return InboundMessage.parse(parseJson(body));
}

/** The error of JSON.parse quotes what it read, and errors are logged. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('A message of the inbound queue is not JSON.');
  }
}
