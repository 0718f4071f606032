import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK_AGAIN_AFTER,
  askToSubscribe,
  confirmSubscription,
  endSubscription,
  type Subscriber,
  suppressSubscriber,
} from '../../../functions/domain/subscriber.ts';

const THEN = '2026-11-27T10:00:00.000Z';
const NOW = '2026-11-27T12:00:00.000Z';
const asking = { id: 'abc', email: 'ines@example.com', secret: 'new', now: NOW };

function subscriber(state: Subscriber['state'], fields: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 'abc',
    email: 'ines@example.com',
    state,
    secret: 'old',
    since: THEN,
    askedAt: THEN,
    version: 1,
    ...fields,
  };
}

describe('asking to be mailed', () => {
  it('by an address that nobody knows waits for its owner to say yes', () => {
    expect(askToSubscribe(undefined, asking)).toEqual({
      subscriber: {
        id: 'abc',
        email: 'ines@example.com',
        secret: 'new',
        state: 'pending',
        since: NOW,
        askedAt: NOW,
        version: 0,
      },
      mail: 'confirm',
    });
  });

  it('again keeps the link of the first mail good', () => {
    expect(askToSubscribe(subscriber('pending'), asking)).toMatchObject({
      subscriber: { secret: 'old', since: THEN, askedAt: NOW },
      mail: 'confirm',
    });
  });

  it('after leaving begins anew, with another link', () => {
    const left = subscriber('unsubscribed', { email: undefined, endedAt: THEN });
    const { subscriber: after } = askToSubscribe(left, asking);
    expect(after).toMatchObject({ state: 'pending', secret: 'new', email: 'ines@example.com', since: NOW });
    expect(after).not.toHaveProperty('endedAt');
  });

  it('by somebody who is mailed already changes nothing but tells them so', () => {
    expect(askToSubscribe(subscriber('confirmed'), asking)).toMatchObject({
      subscriber: { state: 'confirmed', secret: 'old' },
      mail: 'already',
    });
  });

  it.each(['pending', 'confirmed'] as const)('twice in a row mails once: %s', (state) => {
    const justAsked = new Date(Date.parse(NOW) - ASK_AGAIN_AFTER * 1000 + 1).toISOString();
    expect(askToSubscribe(subscriber(state, { askedAt: justAsked }), asking)).toEqual({});
  });

  it('by an address that must not be mailed mails nothing', () => {
    expect(askToSubscribe(subscriber('suppressed', { suppression: 'bounced' }), asking)).toEqual({});
  });
});

describe('the end of a subscription', () => {
  it('forgets the address', () => {
    expect(endSubscription(subscriber('confirmed'), NOW)).toEqual({
      id: 'abc',
      state: 'unsubscribed',
      secret: 'old',
      since: THEN,
      askedAt: THEN,
      endedAt: NOW,
      version: 1,
    });
  });

  it('keeps the address and the reason when mail to it fails', () => {
    expect(suppressSubscriber(subscriber('confirmed'), 'bounced', NOW)).toMatchObject({
      state: 'suppressed',
      suppression: 'bounced',
      email: 'ines@example.com',
      endedAt: NOW,
    });
  });

  it('comes once', () => {
    expect(endSubscription(subscriber('unsubscribed'), NOW)).toBeUndefined();
    expect(endSubscription(subscriber('suppressed'), NOW)).toBeUndefined();
    expect(suppressSubscriber(subscriber('suppressed'), 'complaint', NOW)).toBeUndefined();
    expect(suppressSubscriber(subscriber('unsubscribed'), 'complaint', NOW)).toBeUndefined();
    expect(confirmSubscription(subscriber('confirmed'), NOW)).toBeUndefined();
  });
});

describe('whoever is suppressed', () => {
  it('is not mailed again, whatever anybody does', () => {
    const act = fc.constantFrom('ask', 'confirm', 'end', 'bounce', 'complain');
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let known = subscriber('suppressed', { suppression: 'bounced' });
        for (const one of acts) {
          const { subscriber: asked, mail } = one === 'ask' ? askToSubscribe(known, asking) : {};
          expect(mail).toBeUndefined();
          known =
            asked ??
            (one === 'confirm' ? confirmSubscription(known, NOW) : undefined) ??
            (one === 'end' ? endSubscription(known, NOW) : undefined) ??
            (one === 'complain' ? suppressSubscriber(known, 'complaint', NOW) : undefined) ??
            known;
        }
        expect(known.state).toBe('suppressed');
      }),
    );
  });
});
