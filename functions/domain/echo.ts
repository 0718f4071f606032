import type { MessageEvent } from './inbound-event.ts';
import type { Message, Outbound } from './message.ts';

/** Platforms put the addressees in front of a reply's text and shorten its links. */
const ADDRESSEES = /^(?:@\w+\s+)+/;
const LINKS = /https?:\/\/\S+/g;

/**
 * The message of ours that a platform shows back to us, among those that may be on their way: by the reference that we sent
 * along where the platform returns it, by what was said and where otherwise. The echo may arrive before the call that sent it
 * returns, so the message need not know its native id yet.
 */
export function echoed(
  event: MessageEvent,
  departing: Message[],
): (Message & { outbound: Outbound }) | undefined {
  for (const message of departing) {
    const { outbound } = message;
    if (outbound && message.nativeId === undefined && isOnItsWay(message) && isSame(event, message)) {
      return { ...message, outbound };
    }
  }
  return undefined;
}

function isOnItsWay({ state, outbound }: Message): boolean {
  return (
    state === 'sending' || state === 'unconfirmed' || (state === 'queued' && (outbound?.attempts ?? 0) > 0)
  );
}

function isSame(event: MessageEvent, message: Message): boolean {
  if (event.clientReference !== undefined) return event.clientReference === message.id;
  return event.visibility === message.visibility && said(event.text) === said(message.text);
}

function said(text: string): string {
  return text.replace(ADDRESSEES, '').replace(LINKS, '\u0000').replace(/\s+/g, ' ').trim().normalize('NFC');
}
