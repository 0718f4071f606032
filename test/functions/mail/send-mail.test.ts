import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailSender } from '../../../functions/mail/send-mail.ts';
import { type MailServer, openMailServer } from './mail-server.ts';

const mail = { subject: 'Grüße', text: 'Wörter 👍', html: '<p>Wörter 👍</p>' };
const outgoing = { to: ['a@example.com', 'b@example.com'], mail, tags: { alertId: 'C_c1_escalation-1' } };

let server: MailServer;
beforeAll(async () => {
  server = await openMailServer();
});
beforeEach(() => {
  server.mails.length = 0;
  server.next();
});
afterAll(() => server.close());

const send = () =>
  mailSender(server.client, { MAIL_FROM: 'desk@example.com', MAIL_CONFIGURATION_SET: 'tidings' })(outgoing);

describe('mailSender', () => {
  it('sends one mail to all recipients and tells its id', async () => {
    expect(await send()).toEqual({ mailId: 'mail-1' });
    expect(server.mails).toEqual([
      {
        id: 'mail-1',
        FromEmailAddress: 'desk@example.com',
        ConfigurationSetName: 'tidings',
        Destination: { ToAddresses: ['a@example.com', 'b@example.com'] },
        Content: {
          Simple: {
            Subject: { Data: 'Grüße', Charset: 'UTF-8' },
            Body: {
              Text: { Data: 'Wörter 👍', Charset: 'UTF-8' },
              Html: { Data: '<p>Wörter 👍</p>', Charset: 'UTF-8' },
            },
            Headers: [],
          },
        },
        EmailTags: [{ Name: 'alertId', Value: 'C_c1_escalation-1' }],
      },
    ]);
  });

  it.each([
    ['refuse', 'MessageRejected'],
    ['throttle', 'TooManyRequestsException'],
  ] as const)('knows that a mail did not leave when SES answers %s', async (treatment, name) => {
    server.next(treatment);
    expect(await send()).toMatchObject({ refused: { name } });
  });

  it.each(['fail', 'take and cut'] as const)(
    'does not know what became of a mail after %s, and asks no second time',
    async (treatment) => {
      const before = server.calls();
      server.next(treatment);
      await expect(send()).rejects.toThrow();
      expect(server.calls()).toBe(before + 1);
    },
  );
});
