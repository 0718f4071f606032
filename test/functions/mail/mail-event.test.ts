import { describe, expect, it } from 'vitest';
import { endsSubscription, fateOf, MailEvent } from '../../../functions/mail/mail-event.ts';

const mail = { messageId: 'm', timestamp: '2026-11-21T12:00:02.000Z' };

describe('fateOf', () => {
  it.each([
    ['Send', 'left'],
    ['Delivery', 'left'],
    ['Bounce', 'bounced'],
    ['Complaint', 'complaint'],
    ['Reject', 'rejected'],
    ['DeliveryDelay', 'pending'],
    ['Open', 'pending'],
    ['constructor', 'pending'],
  ])('takes %s as: %s', (eventType, fate) => {
    expect(fateOf(MailEvent.parse({ eventType, mail }))).toBe(fate);
  });
});

describe('MailEvent', () => {
  it.each(['2026-11-21T12:00:02Z', '2026-11-21T12:00:02.000Z', '2026-11-21T13:00:02.0+01:00'])(
    'reads the instant %s as ours',
    (timestamp) => {
      const event = { eventType: 'Send', mail: { ...mail, timestamp } };
      expect(MailEvent.parse(event).mail.timestamp).toBe('2026-11-21T12:00:02.000Z');
    },
  );
});

describe('the end of a subscription', () => {
  const mail = { messageId: 'm', timestamp: '2026-11-21T12:00:02.000Z' };
  it.each([
    ['Bounce', 'Permanent', 'bounced'],
    ['Bounce', 'Transient', undefined],
    ['Bounce', 'Undetermined', undefined],
    ['Complaint', undefined, 'complaint'],
    ['Reject', undefined, undefined],
    ['Delivery', undefined, undefined],
  ])('comes with what is for good: %s %s', (eventType, bounceType, why) => {
    const bounce = bounceType === undefined ? {} : { bounce: { bounceType } };
    expect(endsSubscription(MailEvent.parse({ eventType, mail, ...bounce }))).toBe(why);
  });
});
