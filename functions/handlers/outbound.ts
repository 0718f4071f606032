import type { SQSRecord } from 'aws-lambda';
import { apiUrls } from '../channels/api-urls.ts';
import { rateOf } from '../channels/rates.ts';
import { senderOf } from '../channels/senders.ts';
import { SendingSecret } from '../channels/sending.ts';
import { depart } from '../departure.ts';
import type { Dispatch } from '../dispatch.ts';
import { OutboundMessage } from '../queues/outbound-message.ts';
import { secretsBy } from '../secrets.ts';
import { openBucket } from '../services/media-bucket.ts';
import { freshNonce, platformFetch } from '../services/platform-calls.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

export const handler = worker(
  'outbound',
  ({ TABLE_NAME, CHANNEL_SECRETS, CHANNEL_APIS, MEDIA_BUCKET }, telemetry): Dispatch => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
    telemetry,
    senderOf,
    secrets: secretsBy(SendingSecret, {
      openClient: secretsClient,
      arns: CHANNEL_SECRETS,
      now: () => Date.parse(wallClock()),
    }),
    apiUrlOf: apiUrls(CHANNEL_APIS),
    rateOf,
    fetch: platformFetch,
    nonce: freshNonce,
    bucket: openBucket(MEDIA_BUCKET),
  }),
  { record: sendMessage },
  'fifo',
);

/** Gives one message of ours to its platform, if it is its turn. */
export async function sendMessage({ body }: Pick<SQSRecord, 'body'>, dispatch: Dispatch): Promise<void> {
  const { messageId, traceId } = OutboundMessage.parse(JSON.parse(body));
  await depart(messageId, traceId, dispatch);
}
