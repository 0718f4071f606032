import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** SQS takes ten messages and 1 MiB in one request. */
const BATCH = 10;
const BATCH_BYTES = 1024 * 1024;
/** How often the refused part of a batch is sent again before the whole delivery counts as failed. */
const ATTEMPTS = 3;

/** A message for a queue. `group` and `dedup` are for FIFO queues, `delay` (seconds, at most 900) for standard ones. */
export interface Outgoing {
  body: string;
  group?: string;
  dedup?: string;
  delay?: number;
}

/**
 * Sends messages in as few requests as SQS allows; what a request refuses is sent again alone.
 * @throws Error when SQS keeps refusing some; those before them are sent, so callers rely on deduplication when they retry.
 */
export async function sendBatch(client: SQSClient, queueUrl: string, messages: Outgoing[]): Promise<void> {
  for (const batch of batchesOf(messages)) await sendEntries(client, queueUrl, batch);
}

async function sendEntries(client: SQSClient, queueUrl: string, batch: Outgoing[]): Promise<void> {
  let open = batch.map(entryOf);
  let codes: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: open }),
    );
    const failed = new Set(Failed.map(({ Id }) => Id));
    open = open.filter(({ Id }) => failed.has(Id));
    codes = [...new Set(Failed.map(({ Code }) => Code ?? 'no code'))];
  }
  if (open.length === 0) return;
  throw new Error(
    `SQS refused ${open.length} of ${batch.length} messages ${ATTEMPTS} times: ${codes.join(', ')}.`,
  );
}

function entryOf({ body, group, dedup, delay }: Outgoing, index: number): SendMessageBatchRequestEntry {
  return {
    Id: `${index}`,
    MessageBody: body,
    ...(group !== undefined && { MessageGroupId: group }),
    ...(dedup !== undefined && { MessageDeduplicationId: dedup }),
    ...(delay !== undefined && { DelaySeconds: delay }),
  };
}

/** Cuts messages into requests that stay below both limits of SQS, in order. */
export function batchesOf(messages: Outgoing[]): Outgoing[][] {
  const batches: Outgoing[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.body);
    const current = batches.at(-1);
    if (current && current.length < BATCH && bytes + size <= BATCH_BYTES) {
      current.push(message);
      bytes += size;
    } else {
      batches.push([message]);
      bytes = size;
    }
  }
  return batches;
}
