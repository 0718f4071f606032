import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

/** How a queue fares. */
export interface QueueState {
  name: string;
  /** How many messages wait in it, and how many are being worked on. */
  waiting: number;
  inFlight: number;
  /** How many were given up. */
  messages: number;
}

/** The queues: how they fare, what they gave up, and the way back. */
export interface DeadLetters {
  list(): Promise<QueueState[]>;
  /** Puts up to `limit` messages back into the queue that they came from; undefined for a name that there is not. */
  redrive(name: string, limit: number): Promise<number | undefined>;
}

/** Name of a work → URLs of its queue and of its dead letters. */
const DeadLetterQueues = z.record(z.string(), z.object({ queue: z.string(), deadLetters: z.string() }));

/** The dead letters of all work queues. @param setting JSON object as `DeadLetterQueues` says */
export function openDeadLetters(client: SQSClient, setting: string): DeadLetters {
  const queues = DeadLetterQueues.parse(JSON.parse(setting));
  return {
    list: () =>
      Promise.all(
        Object.entries(queues).map(async ([name, { queue, deadLetters }]) => {
          const [own, dead] = await Promise.all([countsOf(client, queue), countsOf(client, deadLetters)]);
          return { name, ...own, messages: dead.waiting };
        }),
      ),
    redrive: async (name, limit) => {
      const found = Object.hasOwn(queues, name) ? queues[name] : undefined;
      return found && redrive(client, found, limit);
    },
  };
}

async function countsOf(
  client: SQSClient,
  queueUrl: string,
): Promise<Pick<QueueState, 'waiting' | 'inFlight'>> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return {
    waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
  };
}

/** Message by message, sent before it is deleted: a crash in between leaves a second copy, which every consumer knows how to take. */
async function redrive(
  client: SQSClient,
  { queue, deadLetters }: { queue: string; deadLetters: string },
  limit: number,
): Promise<number> {
  let moved = 0;
  while (moved < limit) {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters,
        MaxNumberOfMessages: Math.min(10, limit - moved),
        MessageSystemAttributeNames: ['MessageGroupId', 'MessageDeduplicationId'],
      }),
    );
    if (!Messages?.length) return moved;
    for (const { Body, Attributes, MessageId, ReceiptHandle } of Messages) {
      const fifo = Attributes?.MessageGroupId
        ? { MessageGroupId: Attributes.MessageGroupId, MessageDeduplicationId: `redrive_${MessageId}` }
        : {};
      await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: Body, ...fifo }));
      await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle }));
      moved += 1;
    }
  }
  return moved;
}
