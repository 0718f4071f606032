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
 *
 * A lease that ran out belonged to a sender that died, perhaps after the mail had left, and perhaps together with everything
 * that could have noted so. The first who finds it only says that it is in doubt; when the mail service has still told nothing
 * of a mail one lease later, none left, and it is sent.
 */
export async function claimAlert(
  table: Table,
  alertId: string,
  now: string,
): Promise<'claimed' | 'sent' | 'busy'> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const free =
    'attribute_not_exists(pk) OR #state = :released OR (#state = :doubtful AND leasedUntil <= :now)';
  const claimed = await turnTo('sending', free, { table, alertId, seconds });
  if (claimed === 'turned') return 'claimed';
  if (claimed.state === 'sent') return 'sent';
  const isOver = claimed.state === 'sending' && claimed.leasedUntil <= seconds;
  if (isOver)
    await turnTo('doubtful', '#state = :sending AND leasedUntil <= :now', { table, alertId, seconds });
  return 'busy';
}

/** Turns an alert to another state, under a lease, if the condition holds; tells how it stands if not. */
async function turnTo(
  state: 'sending' | 'doubtful',
  condition: string,
  { table, alertId, seconds }: { table: Table; alertId: string; seconds: number },
): Promise<'turned' | { state: string | undefined; leasedUntil: number }> {
  const known = { ':sending': 'sending', ':doubtful': 'doubtful', ':released': 'released', ':now': seconds };
  const used = Object.entries(known).filter(([name]) => condition.includes(name));
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: alertKey(alertId),
        UpdateExpression: 'SET #state = :state, leasedUntil = :lease, expiresAt = :expires',
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ...Object.fromEntries(used),
          ':state': state,
          ':lease': seconds + ALERT_LEASE,
          ':expires': seconds + KEPT,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'turned';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { state: error.Item?.state?.S, leasedUntil: Number(error.Item?.leasedUntil?.N ?? 0) };
  }
}

/** Gives a claim back after the mail service refused the mail, so that the next attempt need not wait. */
export async function releaseAlert(table: Table, alertId: string): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: alertKey(alertId),
      UpdateExpression: 'SET #state = :released',
      ConditionExpression: '#state = :sending',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':released': 'released', ':sending': 'sending' },
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
