import { SendingSecret } from '../channels/sending.ts';
import { type Holding, releaseAccounts } from '../held-accounts.ts';
import { secretsBy } from '../secrets.ts';
import { secretsClient } from '../services/secrets.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { tick } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

/** Lets go the replies of accounts that can send again: a new token is in, or the refusal has had its time. */
export const handler = tick(
  'release',
  ({ TABLE_NAME, CHANNEL_SECRETS }, telemetry): Holding => ({
    desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
    telemetry,
    secrets: secretsBy(SendingSecret, {
      openClient: secretsClient,
      arns: CHANNEL_SECRETS,
      now: () => Date.parse(wallClock()),
    }),
  }),
  releaseAccounts,
);
