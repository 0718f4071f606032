import { Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { mediaHosts } from '../functions/channels/media-hosts.ts';
import { mediaEvents, strangerEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import type { MediaBucket } from './media-bucket.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface MediaProps {
  readonly table: DeskTable;
  readonly files: MediaBucket;
  readonly secrets: ChannelSecrets;
  readonly channelApis: string;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Fetches what deliveries leave out: files, because platforms show them for a while only, and names of strangers. */
export class Media extends Construct {
  constructor(scope: Construct, id: string, props: MediaProps) {
    super(scope, id);
    const { table, files, secrets, alarms, logRetention } = props;
    const workTimeout = Duration.seconds(60);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'media',
      impact:
        'pictures and other files that customers sent can no longer be seen once the platform lets go of them.',
      alarms,
      workTimeout,
      // A platform that fails for now is asked again every six minutes, three times.
      lateAfter: Duration.minutes(30),
    });
    new EventRuleToQueue(this, 'MediaEvents', {
      bus: props.bus,
      pattern: Announcements.pattern(mediaEvents),
      target: source,
    });
    // Who writes in public is named by the platforms themselves.
    new EventRuleToQueue(this, 'Strangers', {
      bus: props.bus,
      pattern: { ...Announcements.pattern(strangerEvents), detail: { data: { visibility: ['private'] } } },
      target: source,
    });
    const worker = new HarkFunction(this, 'media', {
      name: 'media',
      environment: {
        TABLE_NAME: table.table.tableName,
        CHANNEL_SECRETS: secrets.setting,
        CHANNEL_APIS: props.channelApis,
        MEDIA_BUCKET: files.bucket.bucketName,
        MEDIA_HOSTS: Stack.of(this).toJsonString(mediaHosts),
      },
      logRetention,
      timeout: workTimeout,
    });
    table.grantDesk(worker);
    files.grantCopy(worker);
    // Files of X's direct messages open only to a request that is signed as the account.
    secrets.grantRead(worker);
    // One message a call, as its files may take the whole time of it; few calls at once, so that messages themselves come first.
    new QueueWorker(this, 'Worker', { source, worker, batchSize: 1, maxConcurrency: 5 });
  }
}
