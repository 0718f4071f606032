import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { type Announcement, eventSource } from './domain/events.ts';

/** EventBridge takes ten entries in one request. */
const BATCH = 10;
const ATTEMPTS = 3;

/**
 * Puts announcements on the bus. EventBridge answers 200 even when it refused entries, so those are sent again.
 * @throws Error when it keeps refusing some.
 */
export async function putEvents(
  client: EventBridgeClient,
  busName: string,
  announcements: Announcement[],
): Promise<void> {
  for (let start = 0; start < announcements.length; start += BATCH) {
    const batch = announcements.slice(start, start + BATCH);
    await putEntries(
      client,
      batch.map((announcement) => entryOf(announcement, busName)),
    );
  }
}

async function putEntries(client: EventBridgeClient, entries: PutEventsRequestEntry[]): Promise<void> {
  let open = entries;
  for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
    const { Entries } = await client.send(new PutEventsCommand({ Entries: open }));
    open = open.filter((_, index) => Entries?.[index]?.ErrorCode !== undefined);
  }
  if (open.length > 0)
    throw new Error(`EventBridge refused ${open.length} of ${entries.length} events ${ATTEMPTS} times.`);
}

function entryOf(announcement: Announcement, busName: string): PutEventsRequestEntry {
  return {
    EventBusName: busName,
    Source: eventSource,
    DetailType: announcement.name,
    Time: new Date(announcement.at),
    Detail: JSON.stringify(announcement),
  };
}
