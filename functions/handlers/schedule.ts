import type { DynamoDBRecord } from 'aws-lambda';
import { dueHorizon, dueMessage } from '../queues/due-message.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { type WallClock, wallClock } from '../services/wall-clock.ts';
import { streamWorker } from '../shell.ts';
import { dueOf } from '../store/stream.ts';

interface Services {
  clock: WallClock;
  enqueue: Enqueue;
}

export const handler = streamWorker(
  'schedule',
  ({ DUE_QUEUE_URL }): Services => {
    return { clock: wallClock, enqueue: openQueues()(DUE_QUEUE_URL) };
  },
  schedule,
);

/**
 * Hands what falls due before the next sweep would notice it to the due queue, as soon as it is written. A target of
 * twenty seconds is kept to the second only because of this; everything later is left to the sweep.
 */
export async function schedule(records: DynamoDBRecord[], { clock, enqueue }: Services): Promise<void> {
  const now = clock();
  const horizon = dueHorizon(now);
  const soon = records.flatMap(({ dynamodb }) => {
    const due = dueOf(dynamodb?.NewImage);
    const isNew = due?.dueAt !== dueOf(dynamodb?.OldImage)?.dueAt;
    return due && isNew && due.dueAt <= horizon ? [dueMessage(due, now)] : [];
  });
  await enqueue(soon);
}
