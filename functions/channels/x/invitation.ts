import type { Order } from '../sending.ts';
import { composeLink } from './outcome.ts';

/** Either of X's hosts, with or without a text after it. */
const COMPOSE_LINK = /https:\/\/(?:x|twitter)\.com\/messages\/compose\?(?:\S*&)?recipient_id=/;

/**
 * The words that are posted. An invitation to private carries the address under which X opens a message to this account, shown as
 * a button “Send a private message”; it takes effect only when the account receives messages from anyone.
 */
export function publicText(
  { text, invitation }: Pick<Order, 'text' | 'invitation'>,
  accountId: string,
): string {
  if (!invitation || COMPOSE_LINK.test(text)) return text;
  return `${text.trimEnd()} ${composeLink(accountId)}`.trimStart();
}
