import { Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface IntakeProps {
  readonly table: DeskTable;
  readonly secrets: ChannelSecrets;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** From a platform's delivery to a message in a conversation, with a queue between so that no delivery waits for the desk. */
export class Intake extends Construct {
  /** Takes the platforms' deliveries. */
  readonly webhook: HarkFunction<'webhook'>;

  constructor(scope: Construct, id: string, { table, secrets, alarms, logRetention }: IntakeProps) {
    super(scope, id);
    const inbound = new WorkQueue(this, 'InboundQueue', {
      anchor: 'inbound',
      impact: 'what customers write does not appear in the inbox, and its clock does not run.',
      alarms,
      workTimeout: Duration.seconds(15),
      fifo: true,
    });
    this.webhook = new HarkFunction(this, 'webhook', {
      name: 'webhook',
      environment: { INBOUND_QUEUE_URL: inbound.queue.queueUrl, CHANNEL_SECRETS: secrets.setting },
      logRetention,
      // Meta gives up after five seconds, a cold start included, and a start is quicker with a larger share of a processor.
      memorySize: 1024,
    });
    inbound.queue.grantSendMessages(this.webhook);
    secrets.grantRead(this.webhook);
    const worker = new HarkFunction(this, 'inbound', {
      name: 'inbound',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
      timeout: Duration.seconds(15),
    });
    table.grantDesk(worker);
    // Whether others wait for overdue answers decides if a new message is acknowledged by itself.
    table.grantInbox(worker);
    new QueueWorker(this, 'InboundWorker', { source: inbound, worker });
  }
}
