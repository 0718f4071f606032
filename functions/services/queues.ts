import { SQSClient } from '@aws-sdk/client-sqs';
import { type Outgoing, sendBatch } from '../queues/send-batch.ts';

/** Sends messages to a queue. */
export type Enqueue = (messages: Outgoing[]) => Promise<void>;

/** Opens queues for sending; all of them share one client and its connections. */
export function openQueues(): (queueUrl: string) => Enqueue {
  const client = new SQSClient({});
  return (queueUrl) => (messages) => sendBatch(client, queueUrl, messages);
}
