import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK_AGAIN_AFTER,
  ASK_SUPPRESSED_AFTER,
  askToSubscribe,
  confirmSubscription,
  endSubscription,
  liftSuppression,
  PENDING_KEPT,
  type Subscriber,
  suppressSubscriber,
} from '../../../functions/domain/subscriber.ts';

const THEN = '2026-11-27T10:00:00.000Z';
const NOW = '2026-11-27T12:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(NOW) - seconds * 1000).toISOString();
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

  it.each(['bounced', 'complaint'] as const)(
    'after mail %s sends a new link and changes nothing else',
    (why) => {
      const lost = subscriber('suppressed', { suppression: why, askedAt: ago(ASK_SUPPRESSED_AFTER) });
      expect(askToSubscribe(lost, asking)).toEqual({
        subscriber: { ...lost, secret: 'new', askedAt: NOW, mayReturn: true },
        mail: 'confirm',
      });
    },
  );

  it('after mail bounced sends one link a day', () => {
    const lost = subscriber('suppressed', { suppression: 'bounced', askedAt: ago(ASK_SUPPRESSED_AFTER - 1) });
    expect(askToSubscribe(lost, asking)).toEqual({});
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
    const lost = subscriber('suppressed', { suppression: 'bounced' });
    expect(suppressSubscriber(lost, 'bounced', NOW)).toBeUndefined();
    expect(suppressSubscriber(subscriber('unsubscribed'), 'complaint', NOW)).toBeUndefined();
    expect(confirmSubscription(subscriber('confirmed'), NOW)).toBeUndefined();
  });
});

describe('whoever is suppressed', () => {
  const lost = subscriber('suppressed', {
    suppression: 'bounced',
    endedAt: THEN,
    askedAt: '2026-11-01T00:00:00.000Z',
  });
  const { subscriber: returning = lost } = askToSubscribe(lost, asking);

  it('is back on the list by the link of a new mail, whatever the reason was', () => {
    for (const suppression of ['bounced', 'complaint'] as const) {
      const after = confirmSubscription({ ...returning, suppression }, NOW);
      expect(after).toMatchObject({ state: 'confirmed', confirmedAt: NOW });
      for (const field of ['suppression', 'endedAt', 'mayReturn']) expect(after).not.toHaveProperty(field);
    }
  });

  it('is not back by a link that is too old', () => {
    const late = { ...returning, askedAt: ago(PENDING_KEPT + 1) };
    expect(confirmSubscription(late, NOW)).toBeUndefined();
  });

  it('has lost that link when its mail bounced too', () => {
    const again = suppressSubscriber(returning, 'bounced', NOW) ?? returning;
    expect(again).toMatchObject({ state: 'suppressed', suppression: 'bounced', endedAt: NOW });
    expect(confirmSubscription(again, NOW)).toBeUndefined();
  });

  it('keeps a link that is younger than the mail that bounced so late', () => {
    expect(suppressSubscriber(returning, 'bounced', THEN)).toBeUndefined();
    const back = subscriber('confirmed', { confirmedAt: NOW });
    expect(suppressSubscriber(back, 'bounced', THEN)).toBeUndefined();
    expect(suppressSubscriber(back, 'complaint', THEN)).toMatchObject({ state: 'suppressed' });
  });

  it('stays one who called our mail spam, whatever bounces later', () => {
    expect(suppressSubscriber(lost, 'complaint', NOW)).toMatchObject({ suppression: 'complaint' });
    const complained = { ...returning, suppression: 'complaint' as const };
    expect(suppressSubscriber(complained, 'bounced', NOW)).toMatchObject({ suppression: 'complaint' });
  });

  it('is not mailed again unless the link of a new mail was opened, whatever else anybody does', () => {
    const act = fc.constantFrom('ask', 'end', 'bounce', 'complain', 'a day passes');
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let known = lost;
        let now = Date.parse(NOW);
        for (const one of acts) {
          const at = new Date(now).toISOString();
          if (one === 'a day passes') now += 24 * 3600 * 1000;
          known =
            (one === 'ask' ? askToSubscribe(known, { ...asking, now: at }).subscriber : undefined) ??
            (one === 'end' ? endSubscription(known, at) : undefined) ??
            (one === 'bounce' ? suppressSubscriber(known, 'bounced', at) : undefined) ??
            (one === 'complain' ? suppressSubscriber(known, 'complaint', at) : undefined) ??
            known;
        }
        expect(known.state).toBe('suppressed');
      }),
    );
  });
});

describe('an admin', () => {
  const bounced = subscriber('suppressed', { suppression: 'bounced', endedAt: THEN });

  it('lets somebody who was on the list be mailed again', () => {
    const lifted = liftSuppression({ ...bounced, confirmedAt: THEN }, NOW);
    expect(lifted).toEqual({ after: subscriber('confirmed', { confirmedAt: THEN }) });
  });

  it('puts nobody on the list who never confirmed it', () => {
    expect(liftSuppression(bounced, NOW)).toMatchObject({ after: { state: 'unsubscribed', endedAt: NOW } });
  });

  it.each([
    {
      name: 'called our mail spam',
      known: { ...bounced, suppression: 'complaint' as const },
      code: 'complained',
    },
    { name: 'is mailed', known: subscriber('confirmed'), code: 'not-suppressed' },
  ])('cannot lift anything for somebody who $name', ({ known, code }) => {
    expect(liftSuppression(known, NOW)).toMatchObject({ refusal: { code: `subscriber:${code}` } });
  });
});
