import type { DynamoDBRecord } from 'aws-lambda';
import { putEvents } from '../bus.ts';
import type { Announcement } from '../domain/events.ts';
import { eventBridgeClient } from '../services/bus.ts';
import { streamWorker } from '../shell.ts';
import { announcementsOf } from '../store/stream.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  announce: (announcements: Announcement[]) => Promise<void>;
  telemetry: Telemetry;
}

export const handler = streamWorker(
  'publish',
  ({ BUS_NAME }, telemetry): Services => {
    const client = eventBridgeClient();
    return { announce: (announcements) => putEvents(client, BUS_NAME, announcements), telemetry };
  },
  publish,
);

/** Announces on the bus what the outbox says, in its order; consumers that see an event twice know it by its id. */
export async function publish(records: DynamoDBRecord[], { announce, telemetry }: Services): Promise<void> {
  const announcements = records.flatMap((record) => announcementsOf(record.dynamodb?.NewImage));
  await announce(announcements);
  for (const { id, traceId, name } of announcements)
    telemetry.info('announced', { id, traceId, event: name });
}
