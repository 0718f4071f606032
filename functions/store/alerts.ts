import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { alertKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * How long a claim keeps others from sending the same mail, in seconds. It lies between two times of the stack: longer than
 * the sending function may run (5 s, and a claim may lose part of a second), so that nobody sends while the first sender still
 * may; shorter than its queue hides a message (30 s), so that the delivery after a crash finds the lease over and the mail
 * service's own event, which comes within seconds, already noted.
 */
export const ALERT_LEASE = 10;
/** How long the state of an alert is kept, in seconds; no queue delivers again after so long. */
const KEPT = 30 * 24 * 3600;

/**
 * Claims the right to send the mail of an alert (A14). `claimed`: send it. `sent`: it left already. `busy`: somebody claimed
 * it and has not told how it ended; ask again when the lease is over.
 */
export async function claimAlert(
  table: Table,
  alertId: string,
  now: string,
): Promise<'claimed' | 'sent' | 'busy'> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: alertKey(alertId),
        UpdateExpression: 'SET #state = :sending, leasedUntil = :lease, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND leasedUntil <= :now)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':sending': 'sending',
          ':now': seconds,
          ':lease': seconds + ALERT_LEASE,
          ':expires': seconds + KEPT,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'claimed';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item?.state?.S === 'sent' ? 'sent' : 'busy';
  }
}

/** Gives a claim back after the mail service refused the mail, so that the next attempt need not wait. */
export async function releaseAlert(table: Table, alertId: string): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: alertKey(alertId),
      UpdateExpression: 'SET leasedUntil = :past',
      ConditionExpression: '#state = :sending',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':past': 0, ':sending': 'sending' },
    }),
  );
}

/** Notes that the mail of an alert left: said by the call that sent it, or by the mail service's own event. */
export async function markAlertSent(
  table: Table,
  alertId: string,
  sent: { at: string; mailId: string },
): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: alertKey(alertId),
      UpdateExpression: 'SET #state = :sent, sentAt = :at, mailId = :mail, expiresAt = :expires',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':sent': 'sent',
        ':at': sent.at,
        ':mail': sent.mailId,
        ':expires': Math.floor(Date.parse(sent.at) / 1000) + KEPT,
      },
    }),
  );
}
