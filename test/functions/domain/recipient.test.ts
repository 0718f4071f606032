import { describe, expect, it } from 'vitest';
import {
  isIdle,
  RECIPIENT_LEASE,
  settleRecipient,
  takeRecipient,
  withdrawRecipient,
} from '../../../functions/domain/recipient.ts';
import { later, NOW, recipientOf } from './sample-broadcast.ts';

const refusal = { code: 'x:any', explanation: 'No.', advice: 'Wait.' };
const claimed = recipientOf({ state: 'claimed', leasedUntil: later(60), attemptedAt: NOW });

describe('a recipient is taken', () => {
  it.each([
    { name: 'to send, when it is planned', recipient: recipientOf(), take: 'send' },
    { name: 'not before its turn', recipient: recipientOf({ notBefore: later(1) }), take: 'wait' },
    { name: 'at its turn', recipient: recipientOf({ notBefore: NOW }), take: 'send' },
    { name: 'not from somebody who is at it', recipient: claimed, take: 'leave' },
    {
      name: 'to look, from somebody who died after trying',
      recipient: { ...claimed, leasedUntil: NOW },
      take: 'look',
    },
    {
      name: 'to send, from somebody who died over what may be repeated',
      recipient: recipientOf({ state: 'claimed', audience: 'personal', leasedUntil: NOW }),
      take: 'send',
    },
    {
      name: 'to look, when nobody knows',
      recipient: recipientOf({ state: 'unconfirmed', attemptedAt: NOW }),
      take: 'look',
    },
    { name: 'not when it is sent', recipient: recipientOf({ state: 'sent', settledAt: NOW }), take: 'leave' },
    {
      name: 'not when it goes on as a message',
      recipient: recipientOf({ state: 'claimed', messageId: 'c.m' }),
      take: 'leave',
    },
  ])('$name', ({ recipient, take }) => {
    expect(takeRecipient(recipient, NOW).take).toBe(take);
  });

  it.each([
    { audience: 'x', attemptedAt: NOW },
    { audience: 'email', attemptedAt: NOW },
    { audience: 'personal', attemptedAt: undefined },
    { audience: 'status', attemptedAt: undefined },
  ] as const)(
    'under a lease, and $audience remembers an attempt at $attemptedAt',
    ({ audience, attemptedAt }) => {
      const taken = takeRecipient(recipientOf({ audience }), NOW);
      expect('claimed' in taken && taken.claimed).toMatchObject({
        state: 'claimed',
        leasedUntil: later(RECIPIENT_LEASE),
      });
      expect('claimed' in taken && taken.claimed.attemptedAt).toBe(attemptedAt);
    },
  );
});

describe('an attempt', () => {
  it.each([
    { delivery: { outcome: 'sent', nativeId: '7' }, state: 'sent', counted: 'sent' },
    { delivery: { outcome: 'failed', refusal }, state: 'failed', counted: 'failed' },
    { delivery: { outcome: 'skipped', refusal }, state: 'skipped', counted: 'skipped' },
    { delivery: { outcome: 'later', afterSeconds: 30, refusal }, state: 'planned', counted: undefined },
    { delivery: { outcome: 'unconfirmed', refusal }, state: 'unconfirmed', counted: undefined },
    { delivery: { outcome: 'handed over', messageId: 'c.m' }, state: 'claimed', counted: undefined },
  ] as const)(
    'that is $delivery.outcome leaves it $state, counted as $counted',
    ({ delivery, state, counted }) => {
      const settled = settleRecipient(claimed, delivery, NOW);
      expect(settled.after.state).toBe(state);
      expect(settled.after.leasedUntil).toBeUndefined();
      expect(settled.counted).toBe(counted);
      expect(settled.after.settledAt !== undefined).toBe(counted !== undefined);
    },
  );

  it('that surely did not arrive is no reason to look', () => {
    const { after: planned } = settleRecipient(claimed, { outcome: 'later', afterSeconds: 30, refusal }, NOW);
    expect(planned).toMatchObject({ attempts: 1, notBefore: later(30) });
    expect(planned.attemptedAt).toBeUndefined();
  });

  it('that only waits for its turn costs nothing', () => {
    const wait = { outcome: 'later', afterSeconds: 900, waits: true, hasTurn: true } as const;
    const { after: waiting } = settleRecipient(recipientOf(), wait, NOW);
    expect(waiting).toMatchObject({ attempts: 0, hasTurn: true, notBefore: later(900) });
  });

  it('is given up after a dozen', () => {
    const tired = { ...claimed, attempts: 11 };
    const settled = settleRecipient(tired, { outcome: 'later', afterSeconds: 1, refusal }, NOW);
    expect(settled).toMatchObject({ after: { state: 'failed', refusal }, counted: 'failed' });
  });

  it('is looked for ever more seldom, and counts as failed when that leads nowhere', () => {
    let recipient = claimed;
    const waits: (string | undefined)[] = [];
    for (let looks = 1; looks <= 7; looks += 1) {
      const settled = settleRecipient(recipient, { outcome: 'unconfirmed', refusal }, NOW);
      waits.push(settled.after.notBefore);
      recipient = { ...settled.after, state: 'claimed' };
      expect(settled.counted).toBe(looks > 6 ? 'failed' : undefined);
      expect(settled.after.attemptedAt).toBe(NOW);
    }
    expect(waits).toEqual([later(15), later(30), later(60), later(120), later(240), later(480), undefined]);
  });
});

describe('a cancelled broadcast', () => {
  it('takes back what has not left, and leaves the rest as it is', () => {
    expect(withdrawRecipient(recipientOf(), NOW)).toMatchObject({ state: 'skipped', settledAt: NOW });
    expect(withdrawRecipient(claimed, NOW)).toBeUndefined();
    expect(withdrawRecipient(recipientOf({ state: 'sent', settledAt: NOW }), NOW)).toBeUndefined();
  });
});

describe('a recipient is idle', () => {
  it.each([
    { name: 'a minute after it was planned', recipient: recipientOf(), now: later(60), idle: true },
    { name: 'not just after it was planned', recipient: recipientOf(), now: later(59), idle: false },
    {
      name: 'not while it waits',
      recipient: recipientOf({ notBefore: later(100) }),
      now: later(159),
      idle: false,
    },
    { name: 'not under a lease', recipient: claimed, now: later(119), idle: false },
    { name: 'after a lease ran out', recipient: claimed, now: later(120), idle: true },
    {
      name: 'not when it is settled',
      recipient: recipientOf({ settledAt: NOW }),
      now: later(999),
      idle: false,
    },
    { name: 'not as a message', recipient: recipientOf({ messageId: 'c.m' }), now: later(999), idle: false },
  ])('$name: $idle', ({ recipient, now, idle }) => {
    expect(isIdle(recipient, now, 60)).toBe(idle);
  });
});
