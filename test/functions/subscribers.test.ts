import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailSender } from '../../functions/mail/send-mail.ts';
import { getSubscriber, putSubscriber, subscriberId } from '../../functions/store/subscribers.ts';
import { suppress, tellSubscriber } from '../../functions/subscribers.ts';
import { type MailServer, openMailServer } from './mail/mail-server.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

const NOW = '2026-11-27T10:00:00.000Z';
const email = 'ines@example.com';
const id = subscriberId(email);

let engine: TestTable;
let server: MailServer;
beforeAll(async () => {
  [engine, server] = await Promise.all([openTestTable(), openMailServer()]);
  const ines = { id, email, secret: 's3cret', since: NOW, askedAt: NOW, version: 0 };
  await putSubscriber(engine.table, undefined, { ...ines, state: 'confirmed' }, NOW);
});
beforeEach(() => {
  server.mails.length = 0;
  server.next();
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

const tell = async (subscriber = id) =>
  tellSubscriber(
    {
      sendMail: mailSender(server.client, {
        MAIL_FROM: 'desk@example.com',
        MAIL_CONFIGURATION_SET: 'tidings',
      }),
      statusUrl: 'https://help.example.com/status',
    },
    await getSubscriber(engine.table, subscriber),
    { subject: 'Booking fails', text: 'We are on it.' },
    { broadcastId: 'B1' },
  );

describe('telling a subscriber', () => {
  it('mails them, with the lines by which their mail program unsubscribes', async () => {
    expect(await tell()).toEqual({ outcome: 'sent', mailId: 'mail-1' });
    const unsubscribe = `https://help.example.com/status/subscriptions/${id}.s3cret/unsubscribe`;
    expect(server.mails).toMatchObject([
      {
        Destination: { ToAddresses: [email] },
        Content: {
          Simple: {
            Headers: [
              { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
              { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
            ],
          },
        },
        EmailTags: [
          { Name: 'broadcastId', Value: 'B1' },
          { Name: 'subscriberId', Value: id },
        ],
      },
    ]);
  });

  it('says when the mail service refused, and throws when nobody knows', async () => {
    server.next('throttle');
    expect(await tell()).toMatchObject({ outcome: 'refused', error: { name: 'TooManyRequestsException' } });
    server.next('fail');
    await expect(tell()).rejects.toThrow();
  });

  it('passes over those who are not known', async () => {
    expect(await tell(subscriberId('nobody@example.com'))).toEqual({
      outcome: 'skipped',
      reason: 'unsubscribed',
    });
  });
});

describe('suppressing a subscriber', () => {
  it('ends all mail to them and keeps the reason, whatever comes later', async () => {
    expect(await suppress(engine.table, id, 'bounced', NOW)).toBe('suppressed');
    expect(await suppress(engine.table, id, 'bounced', NOW)).toBe('not mailed anyway');
    expect(await getSubscriber(engine.table, id)).toMatchObject({
      state: 'suppressed',
      suppression: 'bounced',
    });
    expect(await tell()).toEqual({ outcome: 'skipped', reason: 'bounced' });
    expect(server.mails).toEqual([]);
  });

  it('of one who is not known does nothing', async () => {
    expect(await suppress(engine.table, 'unknown', 'bounced', NOW)).toBe('not mailed anyway');
  });
});
