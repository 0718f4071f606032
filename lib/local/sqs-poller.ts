import * as z from 'zod/mini';
import { failedItems } from './batch-response.ts';
import { callEngine } from './engine-call.ts';
import type { Matcher } from './event-pattern.ts';
import { region } from './intrinsics.ts';
import { type Poller, startPoller } from './poller.ts';

const Message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z._default(z.record(z.string(), z.string()), {}),
  MessageAttributes: z._default(
    z.record(
      z.string(),
      z.object({
        DataType: z.string(),
        StringValue: z.optional(z.string()),
        BinaryValue: z.optional(z.string()),
      }),
    ),
    {},
  ),
});
type Message = z.infer<typeof Message>;
const Received = z.object({ Messages: z.nullish(z.array(Message)) });

/** A queue that feeds a function. */
export interface QueueSource {
  /** Address of the engine. */
  endpoint: string;
  queueUrl: string;
  queueArn: string;
  batchSize: number;
  /** How long a batch may wait to become full. */
  windowMs: number;
  /** Whether the function says which messages failed. */
  partial: boolean;
  /** Messages that do not match are deleted unseen, as Lambda does. */
  filter: Matcher | undefined;
  /** How many batches may be under way at once. */
  concurrency: number;
  invoke(event: unknown): Promise<unknown>;
  onTrouble(error: unknown): void;
}

const RECEIVE_LIMIT = 10;
const LONG_POLL_SECONDS = 20;

/**
 * Polls the queue as Lambda does: what the function took is deleted; what it did not take becomes visible again after the
 * queue's visibility timeout, and goes to the dead-letter queue after its last receive.
 */
export function pollQueue(source: QueueSource): Poller {
  const pollers = Array.from({ length: source.concurrency }, () =>
    startPoller((signal) => handleBatch(source, signal), source.onTrouble),
  );
  return {
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
}

async function handleBatch(source: QueueSource, signal: AbortSignal): Promise<void> {
  const messages = await collect(source, signal);
  const wanted = messages.filter((message) => !source.filter || source.filter(filtered(message)));
  const unwanted = messages.filter((message) => !wanted.includes(message));
  const done = wanted.length > 0 ? await deliver(source, wanted) : [];
  await remove(source, [...unwanted, ...done]);
}

async function collect(source: QueueSource, signal: AbortSignal): Promise<Message[]> {
  const messages = await receive(
    source,
    Math.min(source.batchSize, RECEIVE_LIMIT),
    LONG_POLL_SECONDS,
    signal,
  );
  const until = Date.now() + source.windowMs;
  while (messages.length > 0 && messages.length < source.batchSize && Date.now() < until && !signal.aborted) {
    const wanted = Math.min(source.batchSize - messages.length, RECEIVE_LIMIT);
    messages.push(...(await receive(source, wanted, 1, signal)));
  }
  return messages;
}

async function receive(
  { endpoint, queueUrl }: QueueSource,
  MaxNumberOfMessages: number,
  WaitTimeSeconds: number,
  signal: AbortSignal,
): Promise<Message[]> {
  const request = {
    QueueUrl: queueUrl,
    MaxNumberOfMessages,
    WaitTimeSeconds,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  };
  return (
    Received.parse(await callEngine(endpoint, 'AmazonSQS.ReceiveMessage', request, signal)).Messages ?? []
  );
}

/** Returns the messages that the function took. A failed invocation took none; the pool has told of it. */
async function deliver(source: QueueSource, messages: Message[]): Promise<Message[]> {
  let answer: unknown;
  try {
    answer = await source.invoke({ Records: messages.map((message) => toRecord(message, source.queueArn)) });
  } catch {
    return [];
  }
  if (!source.partial) return messages;
  const failed = failedItems(
    answer,
    messages.map(({ MessageId }) => MessageId),
  );
  return messages.filter(({ MessageId }) => !failed.has(MessageId));
}

async function remove({ endpoint, queueUrl }: QueueSource, messages: Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += RECEIVE_LIMIT) {
    const Entries = messages
      .slice(start, start + RECEIVE_LIMIT)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await callEngine(endpoint, 'AmazonSQS.DeleteMessageBatch', { QueueUrl: queueUrl, Entries });
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
function toRecord(message: Message, eventSourceARN: string) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes).map(([name, value]) => [
        name,
        {
          stringValue: value.StringValue,
          binaryValue: value.BinaryValue,
          stringListValues: [],
          binaryListValues: [],
          dataType: value.DataType,
        },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: region,
  };
}

/** Filters see the body as JSON where it is JSON. */
function filtered(message: Message): unknown {
  const record = toRecord(message, '');
  try {
    return { ...record, body: JSON.parse(message.Body) };
  } catch {
    return record;
  }
}
