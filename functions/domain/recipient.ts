import * as z from 'zod/mini';
import { Audience } from './broadcast.ts';
import type { Instant } from './instant.ts';
import { Refusal } from './refusal.ts';

/**
 * One post or one person that a broadcast reaches: planned → claimed → sent | failed | skipped. It is `unconfirmed` while nobody
 * knows whether the platform took it, and stays so when that cannot be found out.
 */
export const Recipient = z.object({
  broadcastId: z.string(),
  /** `<audience>#<who>`; the same recipient is planned once. */
  name: z.string(),
  audience: Audience,
  state: z.enum(['planned', 'claimed', 'sent', 'failed', 'skipped', 'unconfirmed']),
  plannedAt: z.string(),
  /** For a post: the account of ours, and which part of a thread it is. */
  accountId: z.optional(z.string()),
  part: z.optional(z.number()),
  /** For a personal reply. */
  conversationId: z.optional(z.string()),
  /** For a mail. */
  subscriberId: z.optional(z.string()),
  /** Nobody works at it before this instant: it waits for its turn, or for another attempt. */
  notBefore: z.optional(z.string()),
  /** Whether it has its share of the account's pace already. */
  hasTurn: z.optional(z.boolean()),
  /** While somebody works at it: until when nobody else may. */
  leasedUntil: z.optional(z.string()),
  /** When the latest attempt began that may have arrived; what is looked for is younger. */
  attemptedAt: z.optional(z.string()),
  attempts: z.number(),
  looks: z.number(),
  /** What the platform calls it. */
  nativeId: z.optional(z.string()),
  /** The message of ours in the person's conversation, whose own way decides what becomes of this. */
  messageId: z.optional(z.string()),
  refusal: z.optional(Refusal),
  settledAt: z.optional(z.string()),
});
export type Recipient = z.infer<typeof Recipient>;

/** How a recipient is counted once it is settled. */
export type Settled = 'sent' | 'failed' | 'skipped';

/** What became of an attempt. */
export type Delivery =
  | { outcome: 'sent'; nativeId?: string | undefined }
  | { outcome: 'skipped' | 'failed'; refusal: Refusal }
  /** It surely has not left; again after some seconds. `waits`: that was no attempt, it only has to wait. */
  | {
      outcome: 'later';
      afterSeconds: number;
      refusal?: Refusal | undefined;
      waits?: boolean;
      hasTurn?: boolean;
    }
  /** It may have left: look before trying again. */
  | { outcome: 'unconfirmed'; refusal: Refusal }
  /** It goes on as a message of its conversation. */
  | { outcome: 'handed over'; messageId: string };

/**
 * How long a claim keeps others away, in seconds: longer than the sending function may run, so that nobody sends while the first
 * sender still may.
 */
export const RECIPIENT_LEASE = 60;
/** How often a recipient is tried that the platform wants later. */
const MOST_ATTEMPTS = 12;
/** How often it is looked for; ever longer apart. */
const MOST_LOOKS = 6;
const FIRST_LOOK = 15;

/** What may be done with a recipient now: send it, look whether an earlier attempt arrived, or leave it alone. */
export function takeRecipient(
  recipient: Recipient,
  now: Instant,
): { take: 'leave' } | { take: 'wait'; until: Instant } | { take: 'send' | 'look'; claimed: Recipient } {
  const { state, notBefore, leasedUntil, attemptedAt, settledAt, messageId } = recipient;
  if (settledAt !== undefined || messageId !== undefined) return { take: 'leave' };
  if (notBefore !== undefined && notBefore > now) return { take: 'wait', until: notBefore };
  const lease = { leasedUntil: secondsAfter(now, RECIPIENT_LEASE) };
  if (state === 'claimed') {
    // Whoever claimed it died over it, perhaps after the platform had taken it.
    if (leasedUntil !== undefined && leasedUntil > now) return { take: 'leave' };
    return attemptedAt === undefined
      ? { take: 'send', claimed: { ...recipient, ...lease } }
      : { take: 'look', claimed: { ...recipient, ...lease } };
  }
  if (state === 'unconfirmed') return { take: 'look', claimed: { ...recipient, state: 'claimed', ...lease } };
  return state === 'planned'
    ? { take: 'send', claimed: attempted({ ...recipient, state: 'claimed', ...lease }, now) }
    : { take: 'leave' };
}

/** What leaves for a platform or the mail service may arrive though nobody hears so; the rest may be repeated as it is. */
function attempted(claimed: Recipient, now: Instant): Recipient {
  const mayArrive = claimed.audience !== 'status' && claimed.audience !== 'personal';
  return mayArrive ? { ...claimed, attemptedAt: now } : claimed;
}

/** The recipient after an attempt or a look, and how it is counted if that was the end of it. */
export function settleRecipient(
  claimed: Recipient,
  delivery: Delivery,
  now: Instant,
): { after: Recipient; counted?: Settled } {
  const { leasedUntil: _, attemptedAt, refusal: __, notBefore: ___, hasTurn: ____, ...rest } = claimed;
  switch (delivery.outcome) {
    case 'sent': {
      const { nativeId } = delivery;
      const after: Recipient = {
        ...rest,
        state: 'sent',
        settledAt: now,
        ...(nativeId !== undefined && { nativeId }),
      };
      return { after, counted: 'sent' };
    }
    case 'skipped':
    case 'failed': {
      const { outcome: state, refusal } = delivery;
      return { after: { ...rest, state, refusal, settledAt: now }, counted: state };
    }
    case 'handed over':
      return { after: { ...rest, state: 'claimed', messageId: delivery.messageId } };
    case 'later':
      return postpone(rest, delivery, now);
    case 'unconfirmed': {
      const { refusal } = delivery;
      const looks = rest.looks + 1;
      const unconfirmed: Recipient = {
        ...rest,
        state: 'unconfirmed',
        refusal,
        looks,
        attemptedAt: attemptedAt ?? now,
      };
      if (looks > MOST_LOOKS) return { after: { ...unconfirmed, settledAt: now }, counted: 'failed' };
      return { after: { ...unconfirmed, notBefore: secondsAfter(now, FIRST_LOOK * 2 ** (looks - 1)) } };
    }
  }
}

function postpone(
  recipient: Recipient,
  { afterSeconds, refusal, waits, hasTurn }: Extract<Delivery, { outcome: 'later' }>,
  now: Instant,
): { after: Recipient; counted?: Settled } {
  const attempts = recipient.attempts + (waits ? 0 : 1);
  if (attempts >= MOST_ATTEMPTS && refusal)
    return { after: { ...recipient, state: 'failed', attempts, refusal, settledAt: now }, counted: 'failed' };
  const notBefore = secondsAfter(now, afterSeconds);
  return {
    after: {
      ...recipient,
      state: 'planned',
      attempts,
      looks: 0,
      notBefore,
      ...(refusal && { refusal }),
      ...(hasTurn && { hasTurn }),
    },
  };
}

/** Nothing of a cancelled broadcast leaves any more; what may have left stays open to doubt. */
export function withdrawRecipient(recipient: Recipient, now: Instant): Recipient | undefined {
  if (recipient.state !== 'planned') return undefined;
  const { notBefore: _, hasTurn: __, ...rest } = recipient;
  return { ...rest, state: 'skipped', refusal: cancelled, settledAt: now };
}

const cancelled: Refusal = {
  code: 'broadcast:cancelled',
  explanation: 'The broadcast was cancelled before this one left.',
  advice: 'Make a new broadcast if it is to be said after all.',
};

/** Whether nobody seems to be at work on a recipient that should have been settled: its queue message got lost. */
export function isIdle(recipient: Recipient, now: Instant, patience: number): boolean {
  const { settledAt, messageId, notBefore, leasedUntil, plannedAt } = recipient;
  if (settledAt !== undefined || messageId !== undefined) return false;
  const since = leasedUntil ?? notBefore ?? plannedAt;
  return secondsAfter(since, patience) <= now;
}

function secondsAfter(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
