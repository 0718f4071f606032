import type { SQSRecord } from 'aws-lambda';
import { endsSubscription, fateOf, MailEvent } from '../mail/mail-event.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { worker } from '../shell.ts';
import { markAlertSent } from '../store/alerts.ts';
import type { Table } from '../store/table.ts';
import { SUBSCRIBER_TAG, suppress } from '../subscribers.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  table: Table;
  telemetry: Telemetry;
}

export const handler = worker(
  'mail-events',
  ({ TABLE_NAME }, telemetry): Services => ({ table: openTable(TABLE_NAME), telemetry }),
  { record: followMail },
);

/** Notes what became of alerts and of mails to subscribers; other mails are not ours to follow. */
export async function followMail({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const event = readBusEvent(body, MailEvent);
  const { alertId, [SUBSCRIBER_TAG]: subscriberId } = event.mail.tags ?? {};
  if (alertId?.[0] !== undefined) await followAlert(alertId[0], event, services);
  if (subscriberId?.[0] !== undefined) await followSubscriber(subscriberId[0], event, services);
}

/** An address that does not exist, or whose owner calls our mail spam, is never mailed again: it would cost the sender's good name. */
async function followSubscriber(subscriberId: string, event: MailEvent, { table, telemetry }: Services) {
  const why = endsSubscription(event);
  if (!why) return;
  const outcome = await suppress(table, subscriberId, why, event.mail.timestamp);
  telemetry.count('SubscriberLost', { reason: why });
  telemetry.info('a subscriber is not mailed any more', { subscriberId, reason: why, outcome });
}

/** Notes which alerts left, also those whose sender did not live to say so, and reports those that reached nobody. */
async function followAlert(alertId: string, event: MailEvent, { table, telemetry }: Services) {
  const { messageId: mailId, timestamp } = event.mail;
  const fate = fateOf(event);
  if (fate === 'left') return markAlertSent(table, alertId, { at: timestamp, mailId });
  if (fate === 'pending') return;
  telemetry.count('AlertUndeliverable', { reason: fate });
  telemetry.error('an alert did not arrive', {
    alertId,
    mailId,
    reason: fate,
    detail: event.bounce?.bounceType,
  });
}
