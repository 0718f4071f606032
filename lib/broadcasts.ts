import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { broadcastAnswerEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import type { Mail } from './mail.ts';
import type { MediaBucket } from './media-bucket.ts';
import { QueueWorker } from './queue-worker.ts';
import type { StatusPage } from './status-page.ts';
import { WorkQueue } from './work-queue.ts';

export interface BroadcastsProps {
  readonly table: DeskTable;
  readonly secrets: ChannelSecrets;
  readonly files: MediaBucket;
  readonly bus: EventBus;
  readonly mail: Mail;
  /** Where everybody can look at pictures and films. */
  readonly status: StatusPage;
  /** Mails a second that SES takes from this account. */
  readonly mailRate: number;
  /** Where each platform's API is, as JSON text. */
  readonly channelApis: string;
  /** Where the status page is, without a slash at the end. */
  readonly statusUrl: string;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Says one thing to many: posts, mails and personal answers, one queue message each. */
export class Broadcasts extends Construct {
  /** Broadcasts to look after, and their recipients to reach. */
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, props: BroadcastsProps) {
    super(scope, id);
    const workTimeout = Duration.seconds(30);
    // A recipient that waits for its turn is delivered every quarter of an hour without failing; only failures count as tries.
    this.queue = new WorkQueue(this, 'Queue', {
      anchor: 'broadcasts',
      impact: 'posts, mails and answers of a broadcast do not leave, or leave late.',
      alarms: props.alarms,
      workTimeout,
      tries: 10,
      lateAfter: Duration.minutes(30),
    });
    const answers = Announcements.pattern(broadcastAnswerEvents);
    new EventRuleToQueue(this, 'Answers', {
      bus: props.bus,
      pattern: { ...answers, detail: { data: { broadcastId: [{ exists: true }] } } },
      target: this.queue,
    });
    new EventRuleToQueue(this, 'MailTidings', {
      pattern: props.mail.tidingsOf('broadcastRecipient'),
      target: this.queue,
    });
    this.addWorker(props, workTimeout);
  }

  private addWorker(props: BroadcastsProps, timeout: Duration): void {
    const { table, secrets, files, mail } = props;
    const worker = new HarkFunction(this, 'broadcast', {
      name: 'broadcast',
      environment: {
        TABLE_NAME: table.table.tableName,
        CHANNEL_SECRETS: secrets.setting,
        CHANNEL_APIS: props.channelApis,
        MEDIA_BUCKET: files.bucket.bucketName,
        BROADCAST_QUEUE_URL: this.queue.queue.queueUrl,
        MAIL_FROM: mail.from,
        MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        MAIL_RATE: `${props.mailRate}`,
        STATUS_BUCKET: props.status.bucket.bucketName,
        STATUS_URL: props.statusUrl,
      },
      logRetention: props.logRetention,
      timeout,
    });
    table.grantDesk(worker);
    table.grantInbox(worker);
    secrets.grantRead(worker);
    files.grantSend(worker);
    props.status.grantPublish(worker);
    mail.grantSend(worker);
    this.queue.queue.grantSendMessages(worker);
    // Broadcasts may wait: they must not use up what the account may run at once while people are answered.
    new QueueWorker(this, 'Worker', { source: this.queue, worker, maxConcurrency: 10 });
  }
}
