import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { ReceiptEvent } from './inbound-event.ts';
import type { Message } from './message.ts';

/**
 * A person received or read what we wrote. `recent` are the conversation's latest messages; only private ones of ours take a
 * receipt, and none goes back from read to delivered. Undefined when all of them know it already.
 */
export function receiveReceipt(
  event: ReceiptEvent,
  { conversation, recent }: { conversation: Conversation; recent: Message[] },
  cause: Cause,
): Change | undefined {
  const changed = recent
    .filter((message) => concerns(event, message))
    .map((message) => withReceipt(message, event));
  if (changed.length === 0) return undefined;
  const name = event.receipt === 'read' ? 'message.read' : 'message.delivered';
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: conversation.channel }),
    conversation: { before: conversation, after: conversation },
    changedMessages: changed,
    events: changed.map(({ id: messageId, visibility }) => ({ name, data: { messageId, visibility } })),
  };
}

/**
 * A watermark says that everything up to an instant was read, which proves nothing of a message that may never have arrived. Only
 * an id that the platform gave does: without one it is still looked for.
 */
function concerns(event: ReceiptEvent, message: Message): boolean {
  const isOurs = message.direction === 'outbound' && message.visibility === 'private';
  const states =
    event.receipt === 'read'
      ? ['sending', 'sent', 'unconfirmed', 'delivered']
      : ['sending', 'sent', 'unconfirmed'];
  const { nativeId } = message;
  if (!isOurs || nativeId === undefined || !states.includes(message.state)) return false;
  return event.nativeIds ? event.nativeIds.includes(nativeId) : message.at <= event.at;
}

function withReceipt(message: Message, { receipt, at }: ReceiptEvent): Message {
  return receipt === 'read'
    ? { ...message, state: 'read', readAt: at }
    : { ...message, state: 'delivered', deliveredAt: at };
}
