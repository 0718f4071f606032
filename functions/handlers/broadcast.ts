import type { SQSRecord } from 'aws-lambda';
import type { Broadcasting } from '../broadcasts/broadcasting.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcast.ts';
import { work } from '../broadcasts/work.ts';
import { apiUrls } from '../channels/api-urls.ts';
import { rateOf } from '../channels/rates.ts';
import { senderOf } from '../channels/senders.ts';
import { SendingSecret } from '../channels/sending.ts';
import { mailSender } from '../mail/send-mail.ts';
import { secretsBy } from '../secrets.ts';
import { mailClient } from '../services/mail.ts';
import { openBucket } from '../services/media-bucket.ts';
import { freshNonce, platformFetch } from '../services/platform-calls.ts';
import { openQueues } from '../services/queues.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { batchWorker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

export const handler = batchWorker(
  'broadcast',
  (config, telemetry): Broadcasting => {
    const desk = { table: openTable(config.TABLE_NAME), clock: wallClock, orderedId };
    return {
      desk,
      broadcastOf: recentBroadcasts(desk),
      telemetry,
      senderOf,
      secrets: secretsBy(SendingSecret, {
        openClient: secretsClient,
        arns: config.CHANNEL_SECRETS,
        now: () => Date.parse(wallClock()),
      }),
      apiUrlOf: apiUrls(config.CHANNEL_APIS),
      rateOf,
      fetch: platformFetch,
      nonce: freshNonce,
      bucket: openBucket(config.MEDIA_BUCKET),
      publicFiles: openBucket(config.STATUS_BUCKET),
      enqueue: openQueues()(config.BROADCAST_QUEUE_URL),
      subscribers: {
        table: desk.table,
        sendMail: mailSender(mailClient(), config),
        statusUrl: config.STATUS_URL,
      },
      mailRate: { burst: Number(config.MAIL_RATE), seconds: 1 },
    };
  },
  takeOn,
);

/** Steps of broadcasts: looking after all of one, reaching its recipients, or hearing what became of them. */
export function takeOn(records: Pick<SQSRecord, 'body'>[], broadcasting: Broadcasting) {
  return work(
    records.map(({ body }) => body),
    broadcasting,
  );
}
