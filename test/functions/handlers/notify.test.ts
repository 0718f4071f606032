import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Drop } from '../../../functions/errors.ts';
import { followMail } from '../../../functions/handlers/mail-events.ts';
import { sendAlert } from '../../../functions/handlers/notify.ts';
import { mailSender } from '../../../functions/mail/send-mail.ts';
import { ALERT_LEASE, claimAlert } from '../../../functions/store/alerts.ts';
import { putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { type MailServer, openMailServer } from '../mail/mail-server.ts';
import { type Differences, sampleAlert } from '../mail/sample-alert.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { announcementOf, busRecord, type StoredAlert, storeAlert } from './alert-desk.ts';
import { type RecordedTelemetry, recordTelemetry } from './recorded-telemetry.ts';

let engine: TestTable;
let server: MailServer;
let telemetry: RecordedTelemetry;
let now: string;

beforeAll(async () => {
  [engine, server] = await Promise.all([openTestTable(), openMailServer()]);
});
beforeEach(() => {
  server.mails.length = 0;
  server.next();
  telemetry = recordTelemetry();
  now = '2026-11-21T12:15:00.250Z';
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

const deliver = ({ record }: Pick<StoredAlert, 'record'>) =>
  sendAlert(record, {
    table: engine.table,
    clock: () => now,
    sendMail: mailSender(server.client, { MAIL_FROM: 'desk@example.com', MAIL_CONFIGURATION_SET: 'tidings' }),
    firstTeam: { team: ['team@example.com'], lead: ['lead@example.com'], admin: [] },
    consoleUrl: 'https://desk.example.com',
    telemetry,
  });
const store = (...args: [Parameters<typeof storeAlert>[1], Differences?]) =>
  storeAlert(engine.table, ...args);

/** SES's own event for the mail that it took last. */
const sentEvent = ({ id }: StoredAlert) =>
  busRecord(
    'Email Sent',
    {
      eventType: 'Send',
      mail: { messageId: server.mails.at(-1)?.id, timestamp: now, tags: { alertId: [id] } },
    },
    'aws.ses',
  );
const secondsLater = (seconds: number) => {
  now = new Date(Date.parse(now) + seconds * 1000).toISOString();
};
const leaseIsOver = () => secondsLater(ALERT_LEASE);
/** The lease of a sender that died runs out, somebody finds it in doubt, and SES tells of no mail. */
const doubtIsOver = async (alert: StoredAlert) => {
  leaseIsOver();
  await expect(deliver(alert)).rejects.toThrow('Another delivery is sending');
  leaseIsOver();
};

describe('an alert', () => {
  it('is mailed to those whom its step names, and measured from the instant of the step', async () => {
    const alert = await store('escalation-1');
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({
      FromEmailAddress: 'desk@example.com',
      ConfigurationSetName: 'tidings',
      Destination: { ToAddresses: ['lead@example.com'] },
      Content: {
        Simple: { Subject: { Data: expect.stringMatching(/^Escalated to the lead: Ines Okoro on X/) } },
      },
      EmailTags: [{ Name: 'alertId', Value: alert.id }],
    });
    expect(telemetry.numbers).toEqual([
      { name: 'AlertSent', value: 1, dimensions: {} },
      { name: 'AlertLateness', value: 250, dimensions: {} },
    ]);
  });

  it('is logged by its trace, without the words of the customer', async () => {
    await deliver(await store('breach'));
    expect(telemetry.lines).toMatchObject([{ message: 'alert sent', fields: { traceId: 'trace-1' } }]);
    expect(JSON.stringify(telemetry.lines)).not.toMatch(/parcel|Ines|example\.com/);
  });

  it('goes to the own team of the conversation when that is set up', async () => {
    const recipients = { team: ['parcels@example.com'], lead: [], admin: [] };
    const value = { teams: [{ id: 'parcels', name: 'Parcels', recipients }] };
    await putSettings(engine.table, teamSettings, { value, version: 0 });
    await deliver(await store('breach', { conversation: { teamId: 'parcels' } }));
    expect(server.mails[0]?.Destination.ToAddresses).toEqual(['parcels@example.com']);
  });

  it('that nobody is named for is counted, told in the log and dropped', async () => {
    await expect(deliver(await store('escalation-2'))).rejects.toThrow(new Drop('alert without recipients'));
    expect(server.mails).toEqual([]);
    expect(telemetry.numbers).toEqual([
      { name: 'AlertUndeliverable', value: 1, dimensions: { reason: 'no recipients' } },
    ]);
    expect(telemetry.lines).toMatchObject([{ level: 'error', fields: { traceId: 'trace-1', to: 'admin' } }]);
  });
});

describe('an alert that is delivered again', () => {
  it('is not mailed again', async () => {
    const alert = await store('breach');
    await deliver(alert);
    leaseIsOver();
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });

  it('is mailed once when all deliveries come at the same time', async () => {
    const alert = await store('breach');
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => deliver(alert)));
    expect(server.mails).toHaveLength(1);
    for (const result of results.filter(({ status }) => status === 'rejected')) {
      expect(result).toMatchObject({
        reason: { message: expect.stringContaining('Another delivery is sending') },
      });
    }
  });

  it('waits for the lease of a sender that died before it sent, then is mailed', async () => {
    const alert = await store('breach');
    await claimAlert(engine.table, alert.id, now);
    await doubtIsOver(alert);
    expect(server.mails).toEqual([]);
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });

  it('is not mailed again when the sender died after SES took the mail, because SES tells', async () => {
    const alert = await store('breach');
    server.next('take and cut');
    await expect(deliver(alert)).rejects.toThrow();
    await followMail(sentEvent(alert), { table: engine.table, telemetry });
    leaseIsOver();
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });

  it('is mailed again rather than lost when neither the sender nor SES tell that it left', async () => {
    const alert = await store('breach');
    server.next('take and cut');
    await expect(deliver(alert)).rejects.toThrow();
    await doubtIsOver(alert);
    await deliver(alert);
    expect(server.mails).toHaveLength(2);
  });

  it('is mailed after SES failed, once the lease is over', async () => {
    const alert = await store('breach');
    server.next('fail');
    await expect(deliver(alert)).rejects.toMatchObject({ name: 'InternalServiceErrorException' });
    await doubtIsOver(alert);
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });

  it('is not mailed again when SES tells only after somebody found it in doubt', async () => {
    const alert = await store('breach');
    server.next('take and cut');
    await expect(deliver(alert)).rejects.toThrow();
    await doubtIsOver(alert);
    await followMail(sentEvent(alert), { table: engine.table, telemetry });
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });

  it.each([
    ['refused it', 'refuse', 'MessageRejected'],
    ['had too many', 'throttle', 'TooManyRequestsException'],
  ] as const)('is mailed at once after SES %s', async (_name, treatment, name) => {
    const alert = await store('breach');
    server.next(treatment);
    await expect(deliver(alert)).rejects.toMatchObject({ name });
    await deliver(alert);
    expect(server.mails).toHaveLength(1);
  });
});

const answered: Record<
  string,
  { step: 'warning' | 'breach' | 'escalation-1'; clock: Differences['clock']; mails: number }
> = {
  'a warning, when somebody answered in time': {
    step: 'warning',
    clock: { state: 'met', answeredAt: '2026-11-21T11:30:00.500Z' },
    mails: 0,
  },
  'a breach, when an answer in time was heard of late': {
    step: 'breach',
    clock: { state: 'met', answeredAt: '2026-11-21T11:59:59.000Z' },
    mails: 0,
  },
  'a breach, when somebody answered late': {
    step: 'breach',
    clock: { state: 'breached', answeredAt: '2026-11-21T12:00:00.500Z', endedAt: '2026-11-21T12:00:00.500Z' },
    mails: 1,
  },
  'an escalation, when somebody answered late': {
    step: 'escalation-1',
    clock: { state: 'breached', answeredAt: '2026-11-21T12:15:00.100Z', endedAt: '2026-11-21T12:15:00.100Z' },
    mails: 0,
  },
  'a warning, when the conversation was resolved': {
    step: 'warning',
    clock: { state: 'ended', endedAt: '2026-11-21T11:30:00.500Z' },
    mails: 0,
  },
};

describe('an alert that is overtaken', () => {
  it.each(Object.entries(answered))(
    'is judged again before it leaves: %s',
    async (_name, { step, clock, mails }) => {
      await deliver(await store(step, clock && { clock }));
      expect(server.mails).toHaveLength(mails);
    },
  );
});

const gone: Record<string, Differences> = {
  'whose clock is no longer kept': { conversation: { clocks: [] } },
  'whose conversation was erased': { conversation: { id: 'elsewhere' } },
};

const unreadable: Record<string, string> = {
  'no JSON': '{"detail":',
  'no event': '[]',
  'an event without detail': '{"source":"hark"}',
  'an event that mails nobody': busRecord('message.received', {
    ...JSON.parse(announcementOf({ conversationId: 'c', ...sampleAlert('breach') }).body).detail,
    name: 'message.received',
  }).body,
  'an alert without a step': announcementOf({ conversationId: 'c', ...sampleAlert('breach') }).body.replace(
    '"step":',
    '"_":',
  ),
};

describe('an alert that can never be sent', () => {
  it.each(Object.entries(gone))('is dropped: one %s', async (_name, differences) => {
    const dropped = new Drop('alert of a clock that is no longer kept');
    await expect(deliver(await store('breach', differences))).rejects.toThrow(dropped);
    expect(server.mails).toEqual([]);
  });

  it.each(Object.entries(unreadable))('is dropped: %s', async (_name, body) => {
    await expect(deliver({ record: { body } })).rejects.toThrow(new Drop('unreadable bus event'));
  });
});
