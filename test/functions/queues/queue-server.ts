import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';

/** A queue in a real local engine. */
export interface TestQueue {
  client: SQSClient;
  url: string;
  /** All that is in the queue and may be received now, in the order of arrival, taken out. */
  receive(): Promise<Received[]>;
  close(): Promise<void>;
}

export interface Received {
  body: string;
  group: string | undefined;
  dedup: string | undefined;
}

/** Starts an engine with one queue; a name that ends in `.fifo` makes it one. */
export async function openTestQueue(name: string): Promise<TestQueue> {
  const server = await startFauxqs({ port: 0, logger: false });
  const fifo = {
    FifoQueue: 'true',
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  };
  const { queueUrl } = server.createQueue(name, name.endsWith('.fifo') ? { attributes: fifo } : {});
  const client = new SQSClient({
    endpoint: server.address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    client,
    url: queueUrl,
    receive: () => receiveAll(client, queueUrl),
    close: async () => {
      client.destroy();
      await server.stop();
    },
  };
}

/** All that may be received now, taken out. A group of a FIFO queue gives out more only when what it gave out is gone, so everything is deleted as it comes. */
export async function receiveAll(client: SQSClient, QueueUrl: string): Promise<Received[]> {
  const received: Received[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['MessageGroupId', 'MessageDeduplicationId'],
      }),
    );
    if (Messages.length === 0) return received;
    for (const { Body = '', Attributes, ReceiptHandle } of Messages) {
      received.push({
        body: Body,
        group: Attributes?.MessageGroupId,
        dedup: Attributes?.MessageDeduplicationId,
      });
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}
