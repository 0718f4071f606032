import { type Conversation, REOPENING_WINDOW } from './conversation.ts';
import type { Instant } from './instant.ts';

/** Which conversation a message belongs to: one that goes on, one that is opened again, or a new one. */
export type Thread = { way: 'join' | 'reopen'; conversation: Conversation } | { way: 'open' };

/** Who speaks, to which account of ours, and when by the platform's clock. */
export interface Speaker {
  channel: string;
  accountId: string;
  personId: string;
  at: Instant;
}

/**
 * Finds the thread of an inbound message. `answered` is the conversation of the message that it replies to, `current` the
 * person's latest with this account; both may be missing. A conversation is one contact's: an answer to somebody else's
 * message goes to the speaker's own thread. A resolved one reopens within 72 hours; what was said before it was resolved
 * joins it whenever it arrives.
 */
export function threadOf(
  speaker: Speaker,
  { answered, current }: { answered?: Conversation | undefined; current?: Conversation | undefined },
): Thread {
  const own = [answered, current].filter(
    (conversation) => conversation !== undefined && isOf(conversation, speaker),
  );
  const open = own.find((conversation) => conversation?.status !== 'resolved');
  if (open) return { way: 'join', conversation: open };
  const resolved = own.find(
    (conversation) => conversation !== undefined && reopens(conversation, speaker.at),
  );
  return resolved ? { way: 'reopen', conversation: resolved } : { way: 'open' };
}

function isOf(conversation: Conversation, { channel, accountId, personId }: Speaker): boolean {
  return (
    conversation.channel === channel &&
    conversation.accountId === accountId &&
    (conversation.contact.nativeId === personId || conversation.privateId === personId)
  );
}

function reopens({ resolvedAt }: Conversation, at: Instant): boolean {
  return resolvedAt !== undefined && Date.parse(at) - Date.parse(resolvedAt) <= REOPENING_WINDOW * 1000;
}
