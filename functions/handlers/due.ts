import type { SQSRecord } from 'aws-lambda';
import { decideUntilCommitted } from '../desk.ts';
import { fallDue } from '../domain/fall-due.ts';
import { DueMessage, dueMessage } from '../queues/due-message.ts';
import { type Outgoing, sendBatch } from '../queues/send-batch.ts';
import { openTable, sqsClient, type WallClock, wallClock } from '../services.ts';
import { worker } from '../shell.ts';
import { getConversation } from '../store/conversations.ts';
import type { Table } from '../store/table.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  table: Table;
  clock: WallClock;
  enqueue: (messages: Outgoing[]) => Promise<void>;
  telemetry: Telemetry;
}

export const handler = worker(
  'due',
  ({ TABLE_NAME, DUE_QUEUE_URL }, telemetry): Services => {
    const sqs = sqsClient();
    const enqueue = (messages: Outgoing[]) => sendBatch(sqs, DUE_QUEUE_URL, messages);
    return { table: openTable(TABLE_NAME), clock: wallClock, enqueue, telemetry };
  },
  { record: fireDue },
);

/**
 * Looks at a conversation whose time has come, and fires what is due by now. Answered meanwhile means that nothing happens.
 * A message that is early, because clocks differ, goes back for the rest of its time.
 */
export async function fireDue({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { table, clock, enqueue, telemetry } = services;
  const due = DueMessage.parse(JSON.parse(body));
  const now = clock();
  if (now <= due.dueAt) return enqueue([dueMessage(due, now)]);
  const outcome = await decideUntilCommitted(table, async () => {
    const conversation = await getConversation(table, due.id);
    return conversation && fallDue(conversation, clock());
  });
  telemetry.info('looked at what was due', { id: due.id, dueAt: due.dueAt, outcome });
}
