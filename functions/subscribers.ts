import { type Subscriber, type Suppression, suppressSubscriber } from './domain/subscriber.ts';
import type { Outgoing, SendMail } from './mail/send-mail.ts';
import { type Update, unsubscribeHeaders, updateMail } from './mail/subscriber-mail.ts';
import { getSubscriber, putSubscriber, subscriberToken } from './store/subscribers.ts';
import type { Table } from './store/table.ts';

/** What mail to subscribers is made with. */
export interface SubscriberDesk {
  table: Table;
  sendMail: SendMail;
  /** Where the status page is, without a slash at the end. */
  statusUrl: string;
}

/** What became of one mail to one subscriber. */
export type Told =
  | { outcome: 'sent'; mailId: string }
  /** They are not mailed: they left, or mail to them fails. */
  | { outcome: 'skipped'; reason: 'unsubscribed' | Suppression }
  /** The mail service certainly did not take it. */
  | { outcome: 'refused'; error: Error };

/** The tag of a mail by which the mail service's own events find the subscriber. */
export const SUBSCRIBER_TAG = 'subscriberId';

/**
 * Mails an update to one subscriber, as the caller just read them, with the ways to unsubscribe. That it happens once is up to the
 * caller, who claims the recipient before.
 * @throws Error when it is not known whether the mail left
 */
export async function tellSubscriber(
  { sendMail, statusUrl }: Pick<SubscriberDesk, 'sendMail' | 'statusUrl'>,
  subscriber: Subscriber | undefined,
  content: Update,
  tags: Outgoing['tags'] = {},
): Promise<Told> {
  if (subscriber?.state !== 'confirmed' || subscriber.email === undefined)
    return { outcome: 'skipped', reason: subscriber?.suppression ?? 'unsubscribed' };
  const unsubscribeUrl = unsubscribeLink(statusUrl, subscriber);
  const attempt = await sendMail({
    to: [subscriber.email],
    mail: updateMail(content, { statusUrl, unsubscribeUrl }),
    headers: unsubscribeHeaders(unsubscribeUrl),
    tags: { ...tags, [SUBSCRIBER_TAG]: subscriber.id },
  });
  return 'refused' in attempt
    ? { outcome: 'refused', error: attempt.refused }
    : { outcome: 'sent', mailId: attempt.mailId };
}

/** Where somebody says that they want no more mail: mail programs post there, people are asked. */
export function unsubscribeLink(statusUrl: string, subscriber: { id: string; secret: string }): string {
  return `${statusUrl}/subscriptions/${subscriberToken(subscriber)}/unsubscribe`;
}

const ATTEMPTS = 5;

/** Never mails an address again to which mail failed for good, or whose owner called it spam. */
export async function suppress(
  table: Table,
  subscriberId: string,
  why: Suppression,
  now: string,
): Promise<'suppressed' | 'not mailed anyway'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = await getSubscriber(table, subscriberId);
    const after = known && suppressSubscriber(known, why, now);
    if (!after) return 'not mailed anyway';
    if (await putSubscriber(table, known, after, now)) return 'suppressed';
  }
  throw new Error(`Others changed the same subscriber ${ATTEMPTS} times in a row.`);
}
