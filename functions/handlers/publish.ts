import type { DynamoDBRecord } from 'aws-lambda';
import { putEvents } from '../bus.ts';
import type { Announcement } from '../domain/events.ts';
import { changeNotice } from '../queues/change-notice.ts';
import { eventBridgeClient } from '../services/bus.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { streamWorker } from '../shell.ts';
import { announcementsOf, noticesOf } from '../store/stream.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  announce: (announcements: Announcement[]) => Promise<void>;
  /** Hands on what open pages are to be shown. */
  notice: Enqueue;
  telemetry: Telemetry;
}

export const handler = streamWorker(
  'publish',
  ({ BUS_NAME, PUSH_QUEUE_URL }, telemetry): Services => {
    const client = eventBridgeClient();
    return {
      announce: (announcements) => putEvents(client, BUS_NAME, announcements),
      notice: openQueues()(PUSH_QUEUE_URL),
      telemetry,
    };
  },
  publish,
);

/**
 * Announces on the bus what the outbox says, in its order; consumers that see an event twice know it by its id. Open pages hear of
 * each change once, however many facts it consists of, and from here, because a stream has room for two readers and no third.
 */
export async function publish(
  records: DynamoDBRecord[],
  { announce, notice, telemetry }: Services,
): Promise<void> {
  const images = records.map((record) => record.dynamodb?.NewImage);
  const announcements = images.flatMap(announcementsOf);
  await announce(announcements);
  await notice(images.flatMap(noticesOf).map(changeNotice));
  for (const { id, traceId, name } of announcements)
    telemetry.info('announced', { id, traceId, event: name });
}
