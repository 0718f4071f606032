import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { apiUrls } from '../channels/api-urls.ts';
import { senderOf } from '../channels/senders.ts';
import { SendingSecret } from '../channels/sending.ts';
import { copyMedia, type MediaDesk } from '../copy-media.ts';
import { Announcement, mediaEvents, strangerEvents } from '../domain/events.ts';
import { mediaOrigins } from '../media/media-origins.ts';
import { type NamingDesk, namePerson } from '../name-person.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { secretsBy } from '../secrets.ts';
import { openBucket } from '../services/media-bucket.ts';
import { freshNonce, platformFetch } from '../services/platform-calls.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

const Fetching = z.discriminatedUnion('name', [
  z.extend(Announcement, { name: z.enum(mediaEvents), data: z.object({ messageId: z.string() }) }),
  z.extend(Announcement, { name: z.enum(strangerEvents), conversationId: z.string() }),
]);

type Services = MediaDesk & NamingDesk;

/** One try before the queue gives up: a file that a platform does not hand over is worth a note to the agent, not an alarm. */
const LAST_TRY = 4;

export const handler = worker(
  'media',
  ({ TABLE_NAME, CHANNEL_SECRETS, CHANNEL_APIS, MEDIA_BUCKET, MEDIA_HOSTS }, telemetry): Services => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
    telemetry,
    bucket: openBucket(MEDIA_BUCKET),
    originsOf: mediaOrigins(MEDIA_HOSTS),
    senderOf,
    secrets: secretsBy(SendingSecret, {
      openClient: secretsClient,
      arns: CHANNEL_SECRETS,
      now: () => Date.parse(wallClock()),
    }),
    nonce: freshNonce,
    apiUrlOf: apiUrls(CHANNEL_APIS),
    fetch: platformFetch,
  }),
  { record: fetchLeftOut },
);

/** Copies the files of one message, or learns the name of one stranger. */
export async function fetchLeftOut(
  { body, attributes }: Pick<SQSRecord, 'body'> & { attributes: { ApproximateReceiveCount: string } },
  services: Services,
): Promise<void> {
  const event = readBusEvent(body, Fetching);
  if (event.name === 'conversation.opened') return namePerson(event.conversationId, event.traceId, services);
  const isLastTry = Number(attributes.ApproximateReceiveCount) >= LAST_TRY;
  await copyMedia({ messageId: event.data.messageId, traceId: event.traceId, isLastTry }, services);
}
