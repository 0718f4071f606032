import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountAlertId } from '../../functions/account-alerts.ts';
import type { Account } from '../../functions/domain/account.ts';
import { sendAlert } from '../../functions/handlers/notify.ts';
import { mailSender } from '../../functions/mail/send-mail.ts';
import { getAccount, putAccount } from '../../functions/store/accounts.ts';
import { putSettings, teamSettings } from '../../functions/store/settings.ts';
import { busRecord } from './handlers/alert-desk.ts';
import { recordTelemetry } from './handlers/recorded-telemetry.ts';
import { type MailServer, openMailServer } from './mail/mail-server.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
let server: MailServer;
beforeAll(async () => {
  [engine, server] = await Promise.all([openTestTable(), openMailServer()]);
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

const HELD = '2026-11-20T10:15:00.000Z';
const refusal = {
  code: 'x:unauthorized',
  explanation: 'X no longer accepts the token of this account.',
  advice: 'An admin has to connect the account anew.',
};

/** Holds an account, and gives the announcement of it. */
async function hold(id: string, fields: Partial<Account> = {}): Promise<{ body: string }> {
  const account = await getAccount(engine.table, 'x', id);
  await putAccount(engine.table, { ...account, state: 'held', refusal, heldSince: HELD, ...fields });
  const data = { channel: 'x', accountId: id, heldSince: HELD, reason: refusal.code };
  return busRecord('account.held', {
    id: `e-${id}`,
    at: HELD,
    traceId: 'trace-1',
    name: 'account.held',
    data,
  });
}

async function mailsOf(...records: { body: string }[]) {
  server.mails.length = 0;
  for (const record of records) {
    await sendAlert(record, {
      table: engine.table,
      clock: () => '2026-11-20T10:15:02.000Z',
      sendMail: mailSender(server.client, {
        MAIL_FROM: 'desk@example.com',
        MAIL_CONFIGURATION_SET: 'tidings',
      }),
      firstTeam: { team: ['team@example.com'], lead: [], admin: ['admin@example.com'] },
      consoleUrl: 'https://desk.example.com',
      telemetry: recordTelemetry(),
    });
  }
  return server.mails;
}

describe('the alert that an account cannot send', () => {
  it('goes to the admins once, with the reason and what to do, though it is told twice', async () => {
    const record = await hold('18');
    const mails = await mailsOf(record, record);
    expect(mails).toMatchObject([
      {
        Destination: { ToAddresses: ['admin@example.com'] },
        Content: {
          Simple: {
            Subject: { Data: 'Replies are held: 18 on X cannot send' },
            Body: { Text: { Data: expect.stringContaining(refusal.explanation) } },
          },
        },
        EmailTags: [{ Name: 'alertId', Value: `account_x_18_${Date.parse(HELD)}` }],
      },
    ]);
  });

  it('goes to the admins of the first team when that is set up', async () => {
    const recipients = { team: [], lead: [], admin: ['boss@example.com'] };
    const value = { teams: [{ id: 'support', name: 'Support', recipients }] };
    await putSettings(engine.table, teamSettings, { value, version: 0 });
    expect(await mailsOf(await hold('19'))).toMatchObject([
      { Destination: { ToAddresses: ['boss@example.com'] } },
    ]);
  });

  it.each([
    { name: 'it can send again', fields: { state: 'working' as const } },
    { name: 'it is held anew since', fields: { heldSince: '2026-11-20T11:00:00.000Z' } },
  ])('is not sent when $name', async ({ fields }) => {
    expect(await mailsOf(await hold(`gone ${fields.heldSince}`, fields))).toEqual([]);
  });

  it('has a name that SES takes, whatever the id of the account', () => {
    const data = { channel: 'x', accountId: 'a b/ü', heldSince: HELD, reason: 'x' } as const;
    expect(accountAlertId({ data })).toMatch(/^[A-Za-z0-9_-]+$/);
  });
});
