import type { MessageEvent } from './inbound-event.ts';
import type { Message, Outbound } from './message.ts';
import type { Departure } from './outbound-change.ts';

/** Platforms put the addressees in front of a reply's text, shorten its links, and put links to its pictures or an invitation after it. */
const ADDRESSEES = /^(?:@\w+\s+)+/;
const LINKS = /https?:\/\/\S+/g;
const LINK = '\u0000';
const LINKS_AFTER = new RegExp(`(?:\\s*${LINK})+\\s*$`);

/** How much the platform's clock may be behind ours, in milliseconds; some tell whole seconds only. */
const SLACK = 5_000;

/**
 * The message of ours that a platform shows back to us, among those that may be on their way: by the reference that we sent
 * along where the platform returns it, by what was said, where and when otherwise. The echo may arrive before the call that sent
 * it returns, so the message need not know its native id yet.
 */
export function echoed(event: MessageEvent, departing: readonly Departure[]): Departure | undefined {
  const unknown = departing.filter(({ message }) => message.nativeId === undefined);
  const { clientReference } = event;
  if (clientReference !== undefined) return unknown.find(({ message }) => message.id === clientReference);
  const alike = unknown.filter(
    (departure) => isOnItsWay(departure.message, event) && isSame(event, departure),
  );
  // Of equal ones the latest: what was sent before it had its echo, or will be looked for.
  return alike.reduce<Departure | undefined>(
    (latest, one) => (latest && attemptOf(latest) >= attemptOf(one) ? latest : one),
    undefined,
  );
}

/** Whether an attempt to send it began before the platform had the message; one that waits for a further try may have arrived after all. */
function isOnItsWay({ state, outbound }: Departure['message'], event: MessageEvent): boolean {
  const isTried =
    state === 'sending' || state === 'unconfirmed' || (state === 'queued' && outbound.attempts > 0);
  const { attemptedAt } = outbound;
  return isTried && attemptedAt !== undefined && Date.parse(attemptedAt) - SLACK <= Date.parse(event.at);
}

function isSame(event: MessageEvent, { message }: Departure): boolean {
  const { visibility, inReplyTo } = event;
  const isThere =
    inReplyTo === undefined || message.inReplyTo === inReplyTo || message.outbound.under === inReplyTo;
  return visibility === message.visibility && isThere && said(event.text) === said(message.text);
}

const attemptOf = ({ message }: { message: Message & { outbound: Outbound } }) =>
  message.outbound.attemptedAt ?? '';

function said(text: string): string {
  return text
    .replace(ADDRESSEES, '')
    .replace(LINKS, LINK)
    .replace(LINKS_AFTER, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
