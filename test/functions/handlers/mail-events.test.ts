import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Drop } from '../../../functions/errors.ts';
import { followMail } from '../../../functions/handlers/mail-events.ts';
import { claimAlert, markAlertSent } from '../../../functions/store/alerts.ts';
import { getSubscriber, putSubscriber, subscriberId } from '../../../functions/store/subscribers.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { busRecord } from './alert-desk.ts';
import { type RecordedTelemetry, recordTelemetry } from './recorded-telemetry.ts';

const SENT_AT = '2026-11-21T12:00:02.000Z';
const LONG_AFTER = '2026-11-21T13:00:00.000Z';

let engine: TestTable;
let telemetry: RecordedTelemetry;
let alerts = 0;

beforeAll(async () => {
  engine = await openTestTable();
});
beforeEach(() => {
  telemetry = recordTelemetry();
});
afterAll(() => engine.close());

/** An event as SES puts it on the default bus: its tags are lists, and it adds some of its own. */
const sesEvent = (eventType: string, tags: Record<string, string[]>, more: object = {}) =>
  busRecord(
    `Email of the kind ${eventType}`,
    {
      eventType,
      mail: {
        timestamp: SENT_AT,
        source: 'desk@example.com',
        messageId: 'mail-1',
        destination: ['team@example.com'],
        tags: { 'ses:configuration-set': ['tidings'], 'ses:source-ip': ['192.0.2.1'], ...tags },
      },
      ...more,
    },
    'aws.ses',
  );
const follow = (record: { body: string }) => followMail(record, { table: engine.table, telemetry });

/** An alert that somebody claimed and then was heard of no more. */
async function claimedAlert(): Promise<string> {
  alerts += 1;
  const id = `C${alerts}_c1_breach`;
  await claimAlert(engine.table, id, '2026-11-21T12:00:01.000Z');
  return id;
}

describe('news of a mail', () => {
  it.each([
    ['Send', 'sent'],
    ['Delivery', 'sent'],
    ['DeliveryDelay', 'busy'],
    ['Bounce', 'busy'],
    ['Complaint', 'busy'],
    ['Reject', 'busy'],
    ['Sonnet', 'busy'],
  ])('of the kind %s leaves its alert so that who asks long after hears: %s', async (eventType, claim) => {
    const id = await claimedAlert();
    await follow(sesEvent(eventType, { alertId: [id] }));
    expect(await claimAlert(engine.table, id, LONG_AFTER)).toBe(claim);
  });

  it.each([
    [
      'Bounce',
      'bounced',
      { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'team@example.com' }] } },
    ],
    ['Complaint', 'complaint', { complaint: {} }],
    ['Reject', 'rejected', { reject: { reason: 'Bad content' } }],
  ])(
    'of the kind %s is counted as %s and told in the log, without addresses',
    async (eventType, reason, more) => {
      const id = await claimedAlert();
      await markAlertSent(engine.table, id, { at: SENT_AT, mailId: 'mail-1' });
      await follow(sesEvent(eventType, { alertId: [id] }, more));
      expect(telemetry.numbers).toEqual([{ name: 'AlertUndeliverable', value: 1, dimensions: { reason } }]);
      expect(telemetry.lines).toMatchObject([
        { level: 'error', fields: { alertId: id, mailId: 'mail-1', reason } },
      ]);
      expect(JSON.stringify(telemetry.lines)).not.toContain('@');
      expect(await claimAlert(engine.table, id, LONG_AFTER)).toBe('sent');
    },
  );

  it('of a mail that is no alert is left alone', async () => {
    await follow(sesEvent('Send', {}));
    await follow(sesEvent('Bounce', { campaign: ['spring'] }));
    expect(telemetry.numbers).toEqual([]);
    expect(telemetry.lines).toEqual([]);
  });

  it.each([
    ['Bounce', { bounce: { bounceType: 'Permanent' } }, 'bounced'],
    ['Complaint', { complaint: {} }, 'complaint'],
  ] as const)('to a subscriber of the kind %s ends all mail to them, once', async (eventType, more, why) => {
    const email = `${why}@example.com`;
    const id = subscriberId(email);
    const known = { id, email, secret: 's', since: SENT_AT, askedAt: SENT_AT, version: 0 };
    await putSubscriber(engine.table, undefined, { ...known, state: 'confirmed' }, SENT_AT);
    const tidings = sesEvent(eventType, { subscriberId: [id] }, more);
    await follow(tidings);
    await follow(tidings);
    expect(await getSubscriber(engine.table, id)).toMatchObject({ state: 'suppressed', suppression: why });
    expect(telemetry.numbers[0]).toEqual({ name: 'SubscriberLost', value: 1, dimensions: { reason: why } });
    expect(JSON.stringify(telemetry.lines)).not.toContain('@');
  });

  it('to a subscriber whose mailbox is full for now changes nothing', async () => {
    await follow(sesEvent('Bounce', { subscriberId: ['abc'] }, { bounce: { bounceType: 'Transient' } }));
    await follow(sesEvent('Delivery', { subscriberId: ['abc'] }));
    expect(telemetry.numbers).toEqual([]);
  });

  it.each([
    ['no JSON', { body: 'Send' }],
    ['without a mail', busRecord('Email Sent', { eventType: 'Send' }, 'aws.ses')],
  ])('that cannot be read is dropped: %s', async (_name, record) => {
    await expect(follow(record)).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
