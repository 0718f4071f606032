import { Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { statusEvents } from '../functions/domain/events.ts';
import { publicFolder } from '../functions/media/keys.ts';
import { statusKeys } from '../functions/status/keys.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import { ruleOfFolder } from './bucket-resource.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import type { Mail } from './mail.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface StatusPageProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly mail: Mail;
  /** Where the page is, without a slash at the end. */
  readonly statusUrl: string;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

/** What CloudFormation calls a stack that is ready, new or not. */
const deployed = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/**
 * The public status page: files that are drawn when something was published, in a bucket that the edge reads, so that looking at
 * it never reaches the desk. Only subscribing does.
 */
export class StatusPage extends Construct {
  readonly bucket: Bucket;
  /** Takes subscriptions to mail, below /status/subscriptions. */
  readonly subscriptions: HarkFunction<'subscriptions'>;

  constructor(scope: Construct, id: string, props: StatusPageProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: props.removalPolicy,
      // The page tells of 90 days; in a mail, a picture may be looked at for longer.
      lifecycleRules: [{ prefix: publicFolder, expiration: Duration.days(400) }],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Everybody may read what is in it, and the edge that they read it through tells how often.',
    });
    this.addDrawing(props);
    this.subscriptions = this.addSubscriptions(props);
  }

  /** May put pictures and films where everybody can look at them. */
  grantPublish(grantee: IGrantable & IConstruct): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:PutObject'],
      resourceArns: [this.bucket.arnForObjects(`${publicFolder}*`)],
    });
    Validations.of(grantee).acknowledge({
      id: ruleOfFolder(this.bucket, publicFolder),
      reason: 'Files are named after their content; the right is for one folder of this bucket.',
    });
  }

  private addDrawing({ table, bus, statusUrl, alarms, logRetention }: StatusPageProps): void {
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'status-page',
      impact: 'the public status page does not show what was published, and says that all is as it was.',
      alarms,
      workTimeout: Duration.seconds(20),
    });
    new EventRuleToQueue(this, 'Published', {
      bus,
      pattern: Announcements.pattern(statusEvents),
      target: source,
    });
    // A page that nobody has drawn yet would be missing until the clock's first turn, and one of an older release look old.
    new EventRuleToQueue(this, 'Deployed', {
      pattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change'],
        detail: { 'stack-id': [Stack.of(this).stackId], 'status-details': { status: deployed } },
      },
      target: source,
    });
    // Days begin and planned work ends without anybody publishing anything; and what went missing is found again.
    new Rule(this, 'EveryFiveMinutes', {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new SqsQueue(source.queue, { deadLetterQueue: source.deadLetters })],
    });
    const worker = new HarkFunction(this, 'status-page', {
      name: 'status-page',
      environment: {
        TABLE_NAME: table.table.tableName,
        STATUS_BUCKET: this.bucket.bucketName,
        STATUS_URL: statusUrl,
      },
      logRetention,
      timeout: Duration.seconds(20),
    });
    table.grantDesk(worker);
    Grant.addToPrincipal({
      grantee: worker,
      actions: ['s3:GetObject', 's3:PutObject'],
      resourceArns: statusKeys.map((key) => this.bucket.arnForObjects(key)),
    });
    // S3 says that a file is not there only to those who may list.
    Grant.addToPrincipal({
      grantee: worker,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucket.bucketArn],
    });
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 2 });
  }

  private addSubscriptions({
    table,
    mail,
    statusUrl,
    logRetention,
  }: StatusPageProps): HarkFunction<'subscriptions'> {
    const subscriptions = new HarkFunction(this, 'subscriptions', {
      name: 'subscriptions',
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_FROM: mail.from,
        MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        STATUS_URL: statusUrl,
      },
      logRetention,
    });
    table.grantDesk(subscriptions);
    mail.grantSend(subscriptions);
    return subscriptions;
  }
}
