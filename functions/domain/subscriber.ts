import * as z from 'zod/mini';
import { Instant } from './instant.ts';

/**
 * How somebody stands who wants mail about incidents. They are `pending` until they say so from their own mailbox, `suppressed`
 * once mail to them failed for good or they called it spam; then they are never mailed again.
 */
export const SubscriberState = z.enum(['pending', 'confirmed', 'unsubscribed', 'suppressed']);
export type SubscriberState = z.infer<typeof SubscriberState>;

/** Why nobody mails an address any more. */
export const Suppression = z.enum(['bounced', 'complaint']);
export type Suppression = z.infer<typeof Suppression>;

/** Somebody who gets mail about incidents, or wants to. */
export const Subscriber = z.object({
  /** Made from the address, so that one address is one subscriber. */
  id: z.string(),
  /** Forgotten as soon as they want no more mail. */
  email: z.optional(z.string()),
  state: SubscriberState,
  /** Proves, in a link, that whoever opens it read our mail. */
  secret: z.string(),
  /** When they first asked. */
  since: Instant,
  /** When they were last mailed because they asked. */
  askedAt: Instant,
  confirmedAt: z.optional(Instant),
  /** When and why mail to them ended. */
  endedAt: z.optional(Instant),
  suppression: z.optional(Suppression),
  version: z.number(),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Who asks again within this time (seconds) gets no second mail for it. */
export const ASK_AGAIN_AFTER = 600;
/** How long a subscription waits to be confirmed, in seconds. */
export const PENDING_KEPT = 48 * 3600;
/** How long it is remembered that somebody left, in seconds, so that their link still says so. */
export const LEFT_KEPT = 30 * 24 * 3600;

/** What follows from somebody's asking to be mailed. */
export interface Asked {
  /** Undefined when nothing about them changes. */
  subscriber?: Subscriber;
  /** The mail that they get: to confirm, or that they are on the list already. */
  mail?: 'confirm' | 'already';
}

/**
 * Somebody asks to be mailed, by typing an address that may be anybody's. The page that asks says the same whatever comes of it;
 * what it was comes by mail, to the one who owns the address.
 */
export function askToSubscribe(
  known: Subscriber | undefined,
  { id, email, secret, now }: { id: string; email: string; secret: string; now: Instant },
): Asked {
  if (known?.state === 'suppressed') return {};
  if (known && known.state !== 'unsubscribed' && secondsBetween(known.askedAt, now) < ASK_AGAIN_AFTER)
    return {};
  if (known?.state === 'confirmed') return { subscriber: { ...known, askedAt: now }, mail: 'already' };
  // The link of an earlier mail stays good, since that may be the one they open.
  const pending = known?.state === 'pending' ? known : { since: now, secret };
  const asked = { id, email, since: pending.since, secret: pending.secret, version: known?.version ?? 0 };
  return { subscriber: { ...asked, state: 'pending', askedAt: now }, mail: 'confirm' };
}

/** Somebody opened the link of our mail and says yes. Undefined when they cannot any more, or have done so. */
export function confirmSubscription(known: Subscriber, now: Instant): Subscriber | undefined {
  return known.state === 'pending' ? { ...known, state: 'confirmed', confirmedAt: now } : undefined;
}

/** Somebody wants no more mail; their address is forgotten. Undefined when there was none to come. */
export function endSubscription(known: Subscriber, now: Instant): Subscriber | undefined {
  if (known.state !== 'pending' && known.state !== 'confirmed') return undefined;
  const { email: _, ...rest } = known;
  return { ...rest, state: 'unsubscribed', endedAt: now };
}

/**
 * Mail to somebody failed for good, or they called it spam. The address stays, so that a lead can see whom this is about.
 * Undefined when that is known, or they left by themselves.
 */
export function suppressSubscriber(
  known: Subscriber,
  why: Suppression,
  now: Instant,
): Subscriber | undefined {
  if (known.state === 'suppressed' || known.state === 'unsubscribed') return undefined;
  return { ...known, state: 'suppressed', suppression: why, endedAt: now };
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
