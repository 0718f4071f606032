import type { SQSRecord } from 'aws-lambda';
import { AlertAnnouncement, type AlertDesk, alertId, composeAlert } from '../alerts.ts';
import { Drop } from '../errors.ts';
import { readRecipients } from '../mail/recipients.ts';
import { mailSender, type SendMail } from '../mail/send-mail.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { mailClient } from '../services/mail.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
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

/** Mails one step of a clock, unless it was mailed, is being mailed, or somebody answered before it could leave. */
export async function sendAlert({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { table, clock, sendMail, telemetry } = services;
  const alert = readBusEvent(body, AlertAnnouncement);
  const id = alertId(alert);
  const fields = { traceId: alert.traceId, alertId: id };
  const claim = await claimAlert(table, id, clock());
  if (claim === 'sent') return;
  if (claim === 'busy') throw new Error(`Another delivery is sending the alert ${id}; this one waits.`);
  const composed = await composeAlert(alert, services);
  if (!composed) return telemetry.info('answered before the alert left', fields);
  const { to, mail, step } = composed;
  if (to.length === 0) {
    telemetry.count('AlertUndeliverable', { reason: 'no recipients' });
    telemetry.error('an alert has nobody to go to', { ...fields, to: step.to });
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
  telemetry.milliseconds('AlertLateness', Date.parse(at) - Date.parse(step.at));
  telemetry.info('alert sent', { ...fields, mailId: attempt.mailId, name: alert.name });
}
