import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { platformVersions } from '../functions/channels/platform-versions.ts';
import type { Alarms } from './alarms.ts';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import type { MediaBucket } from './media-bucket.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface DispatchProps {
  readonly table: DeskTable;
  readonly secrets: ChannelSecrets;
  readonly files: MediaBucket;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Where each platform's API is, as functions get it. */
const channelApis = { facebook: platformVersions.graphHost.value, x: platformVersions.xHost.value };

/** Brings what agents wrote to the platforms, in order within a conversation, and lets go what a broken account held back. */
export class Dispatch extends Construct {
  /** Messages of ours whose time to leave has come. */
  readonly outbound: WorkQueue;
  /** Where each platform's API is, as JSON text. */
  readonly channelApis: string;

  constructor(scope: Construct, id: string, props: DispatchProps) {
    super(scope, id);
    this.channelApis = Stack.of(this).toJsonString(channelApis);
    const workTimeout = Duration.seconds(30);
    this.outbound = new WorkQueue(this, 'OutboundQueue', {
      anchor: 'outbound',
      impact: 'answers that agents wrote do not reach the customers.',
      alarms: props.alarms,
      workTimeout,
      fifo: true,
    });
    this.addOutbound(props, workTimeout);
    this.addRelease(props);
  }

  private addOutbound({ table, secrets, files, logRetention }: DispatchProps, timeout: Duration): void {
    const worker = new HarkFunction(this, 'outbound', {
      name: 'outbound',
      environment: {
        TABLE_NAME: table.table.tableName,
        CHANNEL_SECRETS: secrets.setting,
        CHANNEL_APIS: this.channelApis,
        MEDIA_BUCKET: files.bucket.bucketName,
      },
      logRetention,
      timeout,
    });
    table.grantDesk(worker);
    secrets.grantRead(worker);
    files.grantSend(worker);
    // One message at a time: a slow platform must not use up the time of those behind it in the batch.
    new QueueWorker(this, 'OutboundWorker', { source: this.outbound, worker, batchSize: 1 });
  }

  private addRelease({ table, secrets, logRetention }: DispatchProps): void {
    const release = new HarkFunction(this, 'release', {
      name: 'release',
      environment: { TABLE_NAME: table.table.tableName, CHANNEL_SECRETS: secrets.setting },
      logRetention,
      timeout: Duration.seconds(50),
      // The next minute is the retry.
      retryAttempts: 0,
    });
    table.grantDesk(release);
    table.grantInbox(release);
    secrets.grantRead(release);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(release.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}
