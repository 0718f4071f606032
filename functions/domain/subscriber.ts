import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import type { Refusal } from './refusal.ts';

/**
 * How somebody stands who wants mail about incidents. They are `pending` until they say so from their own mailbox, `suppressed`
 * once mail to them failed for good or they called it spam; then they are not told anything until they subscribe anew.
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
  /** Set while a suppressed address has a link of ours with which its owner may end that. */
  mayReturn: z.optional(z.literal(true)),
  version: z.number(),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Who asks again within this time (seconds) gets no second mail for it. */
export const ASK_AGAIN_AFTER = 600;
/** How long after it asked a suppressed address is tried again, in seconds: what bounces costs the sender's good name. */
export const ASK_SUPPRESSED_AFTER = 24 * 3600;
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
  if (known?.state === 'suppressed') return askSuppressed(known, { email, secret, now });
  if (known && known.state !== 'unsubscribed' && secondsBetween(known.askedAt, now) < ASK_AGAIN_AFTER)
    return {};
  if (known?.state === 'confirmed') return { subscriber: { ...known, askedAt: now }, mail: 'already' };
  // The link of an earlier mail stays good, since that may be the one they open.
  const pending = known?.state === 'pending' ? known : { since: now, secret };
  const asked = { id, email, since: pending.since, secret: pending.secret, version: known?.version ?? 0 };
  return { subscriber: { ...asked, state: 'pending', askedAt: now }, mail: 'confirm' };
}

/** They may have a mailbox again, or think better of it: what shows that is the link of a new mail, since older ones may lie anywhere. */
function askSuppressed(
  known: Subscriber,
  { email, secret, now }: { email: string; secret: string; now: Instant },
): Asked {
  if (secondsBetween(known.askedAt, now) < ASK_SUPPRESSED_AFTER) return {};
  return { subscriber: { ...known, email, secret, askedAt: now, mayReturn: true }, mail: 'confirm' };
}

/** Somebody opened the link of our mail and says yes. Undefined when they cannot any more, or have done so. */
export function confirmSubscription(known: Subscriber, now: Instant): Subscriber | undefined {
  if (known.state === 'pending') return { ...known, state: 'confirmed', confirmedAt: now };
  if (!known.mayReturn || secondsBetween(known.askedAt, now) > PENDING_KEPT) return undefined;
  return { ...withoutSuppression(known), state: 'confirmed', confirmedAt: now };
}

function withoutSuppression({
  suppression: _,
  endedAt: __,
  mayReturn: ___,
  ...rest
}: Subscriber): Subscriber {
  return rest;
}

/** Somebody wants no more mail; their address is forgotten. Undefined when there was none to come. */
export function endSubscription(known: Subscriber, now: Instant): Subscriber | undefined {
  if (known.state !== 'pending' && known.state !== 'confirmed') return undefined;
  const { email: _, ...rest } = known;
  return { ...rest, state: 'unsubscribed', endedAt: now };
}

/**
 * Mail to somebody failed for good, or they called it spam. The address stays, so that a lead can see whom this is about.
 * The mail of a link with which they might have returned ends that link. `mailedAt` is when the mail left. Undefined when all of it is known, or they left by themselves.
 */
export function suppressSubscriber(
  known: Subscriber,
  why: Suppression,
  mailedAt: Instant,
): Subscriber | undefined {
  if (known.state === 'unsubscribed') return undefined;
  // What bounces late may be older than their way back.
  const since = known.state === 'confirmed' ? known.confirmedAt : known.mayReturn && known.askedAt;
  if (why === 'bounced' && since !== undefined && mailedAt < since) return undefined;
  // Whoever called our mail spam did so, whatever became of other mails.
  const suppression = known.suppression === 'complaint' ? 'complaint' : why;
  if (known.state === 'suppressed' && !known.mayReturn && suppression === known.suppression) return undefined;
  return { ...withoutSuppression(known), state: 'suppressed', suppression, endedAt: mailedAt };
}

/**
 * An admin knows that an address takes mail again. Who was on the list is on it again; who had not confirmed yet is as if they had left.
 * That somebody called our mail spam is not an admin's to undo.
 */
export function liftSuppression(
  known: Subscriber,
  now: Instant,
): { after: Subscriber } | { refusal: Refusal } {
  if (known.state !== 'suppressed') return { refusal: notSuppressed };
  if (known.suppression === 'complaint') return { refusal: complained };
  const lifted = withoutSuppression(known);
  if (known.confirmedAt !== undefined) return { after: { ...lifted, state: 'confirmed' } };
  const { email: _, ...rest } = lifted;
  return { after: { ...rest, state: 'unsubscribed', endedAt: now } };
}

const notSuppressed: Refusal = {
  code: 'subscriber:not-suppressed',
  explanation: 'Mail to this subscriber is not suppressed.',
  advice: 'Read the list again: they may have subscribed anew.',
};
const complained: Refusal = {
  code: 'subscriber:complained',
  explanation: 'This person told their mail provider that our mail is unwanted.',
  advice: 'Only they can take that back, by subscribing anew on the status page.',
};

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
