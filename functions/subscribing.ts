import * as z from 'zod/mini';
import {
  askToSubscribe,
  confirmSubscription,
  endSubscription,
  type Subscriber,
} from './domain/subscriber.ts';
import { Reject } from './errors.ts';
import type { Mail } from './mail/alert-mail.ts';
import { alreadyMail, confirmationMail, unsubscribeHeaders } from './mail/subscriber-mail.ts';
import type { WallClock } from './services/wall-clock.ts';
import type { HttpAnswer, HttpRequest } from './shell.ts';
import { statusPolicy } from './status/public-page.ts';
import { type SubscriptionPageName, subscriptionPage } from './status/subscription-pages.ts';
import { componentSettings, getSettings } from './store/settings.ts';
import {
  countAsking,
  getSubscriber,
  putSubscriber,
  subscriberId,
  subscriberOf,
  subscriberToken,
} from './store/subscribers.ts';
import { type SubscriberDesk, unsubscribeLink } from './subscribers.ts';

/** What subscriptions are taken with. */
export interface SubscriptionDesk extends SubscriberDesk {
  clock: WallClock;
  /** A word that nobody can guess. */
  secret(): string;
}

/** How often one caller may ask for a mail within an hour; several people may sit behind one address. */
const MOST_AN_HOUR = 20;

const Asking = z.object({ email: z.string().check(z.trim(), z.maxLength(254), z.email()) });

/**
 * `POST /status/subscriptions` with `email`, as a form or as JSON. The answer is the same whoever has that address, and however they
 * stand: what is so comes by mail, to them.
 */
export async function askForMail(request: HttpRequest, desk: SubscriptionDesk): Promise<HttpAnswer> {
  const asking = Asking.safeParse(fieldsOf(request));
  if (!asking.success) return answer(request, desk, 400, 'invalid');
  const { email } = asking.data;
  const now = desk.clock();
  if ((await countAsking(desk.table, callerOf(request), now)) > MOST_AN_HOUR) {
    return answer(request, desk, 429, 'busy');
  }
  const id = subscriberId(email);
  const known = await getSubscriber(desk.table, id);
  const { subscriber, mail } = askToSubscribe(known, { id, email, secret: desk.secret(), now });
  // Somebody else who writes at the same moment asked for the same address, and it is mailed for that.
  if (subscriber && (await putSubscriber(desk.table, known, subscriber, now)) && mail)
    await sendAnswer(subscriber, mail, desk);
  return answer(request, desk, 202, 'asked');
}

async function sendAnswer(
  subscriber: Subscriber,
  which: 'confirm' | 'already',
  { table, sendMail, statusUrl }: SubscriptionDesk,
): Promise<void> {
  const { value: book } = await getSettings(table, componentSettings);
  const name = book.name ?? 'our services';
  const unsubscribeUrl = unsubscribeLink(statusUrl, subscriber);
  const mail: Mail =
    which === 'confirm'
      ? confirmationMail(name, `${statusUrl}/subscriptions/${subscriberToken(subscriber)}`)
      : alreadyMail(name, { statusUrl, unsubscribeUrl });
  const attempt = await sendMail({
    to: [subscriber.email ?? ''],
    mail,
    tags: { subscriberId: subscriber.id },
    ...(which === 'already' && { headers: unsubscribeHeaders(unsubscribeUrl) }),
  });
  if ('refused' in attempt) throw attempt.refused;
}

type Decide = (known: Subscriber, now: string) => Subscriber | undefined;

/** `GET` of a link in our mails: asks, because programs open links too, to see whether they are safe. */
export function askPage(page: SubscriptionPageName) {
  return async (request: HttpRequest, desk: SubscriptionDesk): Promise<HttpAnswer> => {
    const known = await subscriberOf(desk.table, request.parameters.token ?? '');
    return known ? answer(request, desk, 200, page, request.path) : answer(request, desk, 404, 'unknown');
  };
}

/** `POST` of a link in our mails: says yes, or no more. Saying it twice says the same. */
export function decide(decision: Decide, page: SubscriptionPageName) {
  return async (request: HttpRequest, desk: SubscriptionDesk): Promise<HttpAnswer> => {
    const now = desk.clock();
    const known = await subscriberOf(desk.table, request.parameters.token ?? '');
    const after = known && decision(known, now);
    if (!known || (!after && known.state === 'suppressed')) return answer(request, desk, 404, 'unknown');
    if (after && !(await putSubscriber(desk.table, known, after, now)))
      throw new Reject(409, 'Something else happened at the same moment. Please try again.');
    return answer(request, desk, 200, page);
  };
}

export const confirm = decide(confirmSubscription, 'confirmed');
export const unsubscribe = decide(endSubscription, 'unsubscribed');

async function answer(
  { headers }: HttpRequest,
  { table }: SubscriptionDesk,
  status: number,
  page: SubscriptionPageName,
  action?: string,
): Promise<HttpAnswer> {
  const shared = {
    'cache-control': 'no-store',
    // The address of the page holds the proof of who reads it.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
  if (isJson(headers.accept) || isJson(headers['content-type'])) {
    return {
      status,
      headers: { ...shared, 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: page }),
    };
  }
  const { value: book } = await getSettings(table, componentSettings);
  return {
    status,
    headers: {
      ...shared,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': statusPolicy,
    },
    body: subscriptionPage(page, book.name, action),
  };
}

function isJson(type: string | undefined): boolean {
  return type?.startsWith('application/json') ?? false;
}

function fieldsOf({ body, headers }: HttpRequest): unknown {
  const text = body.toString('utf8');
  if (!isJson(headers['content-type'])) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Who asks, as far as it can be told: the gateway adds whom it saw to what came with the request, and it sees CloudFront, which added
 * the reader. Whoever lies about it meets the limit for each address all the same.
 */
function callerOf({ headers }: HttpRequest): string {
  const seen = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  return seen.at(-2) ?? seen.at(-1) ?? '';
}
