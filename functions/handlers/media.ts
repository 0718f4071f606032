import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { senderOf } from '../channels/senders.ts';
import { SendingSecret } from '../channels/sending.ts';
import { copyMedia, type MediaDesk } from '../copy-media.ts';
import { Announcement, mediaEvents } from '../domain/events.ts';
import { mediaOrigins } from '../media/media-origins.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { secretsBy } from '../secrets.ts';
import { openBucket } from '../services/media-bucket.ts';
import { freshNonce } from '../services/platform-calls.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

const MediaAnnouncement = z.extend(Announcement, {
  name: z.enum(mediaEvents),
  data: z.object({ messageId: z.string() }),
});

/** One try before the queue gives up: a file that a platform does not hand over is worth a note to the agent, not an alarm. */
const LAST_TRY = 4;

export const handler = worker(
  'media',
  ({ TABLE_NAME, CHANNEL_SECRETS, MEDIA_BUCKET, MEDIA_HOSTS }, telemetry): MediaDesk => ({
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
  }),
  { record: copyFiles },
);

/** Copies the files of one message that was announced. */
export async function copyFiles(
  { body, attributes }: Pick<SQSRecord, 'body'> & { attributes: { ApproximateReceiveCount: string } },
  services: MediaDesk,
): Promise<void> {
  const { traceId, data } = readBusEvent(body, MediaAnnouncement);
  const isLastTry = Number(attributes.ApproximateReceiveCount) >= LAST_TRY;
  await copyMedia({ messageId: data.messageId, traceId, isLastTry }, services);
}
