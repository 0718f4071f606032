import type { SQSRecord } from 'aws-lambda';
import { fateOf, MailEvent } from '../mail/mail-event.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { openTable } from '../services/table.ts';
import { worker } from '../shell.ts';
import { markAlertSent } from '../store/alerts.ts';
import type { Table } from '../store/table.ts';
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

/** Notes which alerts left, also those whose sender did not live to say so, and reports those that reached nobody. */
export async function followMail(
  { body }: Pick<SQSRecord, 'body'>,
  { table, telemetry }: Services,
): Promise<void> {
  const event = readBusEvent(body, MailEvent);
  const { messageId: mailId, timestamp, tags } = event.mail;
  const alertId = tags?.alertId?.[0];
  if (alertId === undefined) return;
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
