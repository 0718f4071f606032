import { SQSClient } from '@aws-sdk/client-sqs';
import { type Outgoing, sendBatch } from '../queues/send-batch.ts';

/** Sends messages to a queue. */
export type Enqueue = (messages: Outgoing[]) => Promise<void>;

export const sqsClient = () => new SQSClient({});

/** Opens queues for sending; all of them share one client and its connections. */
export function openQueues(): (queueUrl: string) => Enqueue {
  const client = sqsClient();
  return (queueUrl) => (messages) => sendBatch(client, queueUrl, messages);
}
