import type { SQSRecord } from 'aws-lambda';
import type { AlertDesk } from '../alerts.ts';
import { Drop } from '../errors.ts';
import { readRecipients } from '../mail/recipients.ts';
import { mailSender, type SendMail } from '../mail/send-mail.ts';
import { readAlert } from '../read-alert.ts';
import { mailClient } from '../services/mail.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { noteLateness } from '../store/alert-lateness.ts';
import { claimAlert, markAlertSent, releaseAlert } from '../store/alerts.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services extends AlertDesk {
  sendMail: SendMail;
  telemetry: Telemetry;
}

export const handler = worker(
  'notify',
  (config, telemetry): Services => ({
    table: openTable(config.TABLE_NAME),
    clock: wallClock,
    sendMail: mailSender(mailClient(), config),
    firstTeam: readRecipients(config.ALERT_RECIPIENTS),
    consoleUrl: config.CONSOLE_URL,
    telemetry,
  }),
  { record: sendAlert },
);

/** Mails one alert, unless it was mailed, is being mailed, or is no longer news. */
export async function sendAlert({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { table, clock, sendMail, telemetry } = services;
  const { id, name, traceId, compose } = readAlert(body);
  const fields = { traceId, alertId: id };
  const claim = await claimAlert(table, id, clock());
  if (claim === 'sent') return;
  if (claim === 'busy') throw new Error(`Another delivery is sending the alert ${id}; this one waits.`);
  const composed = await compose(services);
  if (!composed) return telemetry.info('settled before the alert left', fields);
  const { to, mail, role, at: since } = composed;
  if (to.length === 0) {
    telemetry.count('AlertUndeliverable', { reason: 'no recipients' });
    telemetry.error('an alert has nobody to go to', { ...fields, to: role });
    throw new Drop('alert without recipients');
  }
  const attempt = await sendMail({ to, mail, tags: { alertId: id } });
  if ('refused' in attempt) {
    await releaseAlert(table, id);
    throw attempt.refused;
  }
  const at = clock();
  await markAlertSent(table, id, { at, mailId: attempt.mailId });
  telemetry.count('AlertSent');
  telemetry.milliseconds('AlertLateness', await noteLateness(table, { at, since }));
  telemetry.info('alert sent', { ...fields, mailId: attempt.mailId, name });
}
