import { routes } from '../api/routes.ts';
import type { ApiServices } from '../api/services.ts';
import { apiUrls } from '../channels/api-urls.ts';
import { senderOf } from '../channels/senders.ts';
import { SendingSecret } from '../channels/sending.ts';
import { triage } from '../domain/triage/embedded.ts';
import { readerOf } from '../domain/triage/message-triage.ts';
import { openDeadLetters } from '../queues/dead-letters.ts';
import { routing } from '../routing.ts';
import { secretsBy } from '../secrets.ts';
import { bedrockClient } from '../services/bedrock.ts';
import { openBucket } from '../services/media-bucket.ts';
import { freshNonce, platformFetch } from '../services/platform-calls.ts';
import { sqsClient } from '../services/queues.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { router } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';
import { bedrockAid, WritingSetting } from '../writing-aid.ts';

function writingAid(setting: string, tableName: string): Pick<ApiServices, 'writingAid'> {
  const written = WritingSetting.parse(JSON.parse(setting));
  const desk = { table: openTable(tableName), clock: wallClock };
  return written ? { writingAid: bedrockAid(bedrockClient, written, desk) } : {};
}

/** What agents' programs talk to: every route of `api/routes.ts`. */
export const handler = router(
  'api',
  ({ TABLE_NAME, CHANNEL_SECRETS, CHANNEL_APIS, DEAD_LETTERS, MEDIA_BUCKET, WRITING_AID }): ApiServices => ({
    desk: routing({
      ...{ table: openTable(TABLE_NAME), clock: wallClock, orderedId },
      triage: readerOf(triage),
    }),
    senderOf,
    secrets: secretsBy(SendingSecret, {
      openClient: secretsClient,
      arns: CHANNEL_SECRETS,
      now: () => Date.parse(wallClock()),
    }),
    apiUrlOf: apiUrls(CHANNEL_APIS),
    fetch: platformFetch,
    nonce: freshNonce,
    deadLetters: openDeadLetters(sqsClient(), DEAD_LETTERS),
    bucket: openBucket(MEDIA_BUCKET),
    ...writingAid(WRITING_AID, TABLE_NAME),
  }),
  routes,
);
