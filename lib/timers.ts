import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { indexes } from '../functions/store/keys.ts';
import type { Alarms } from './alarms.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { StreamWorker } from './stream-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface TimersProps {
  readonly table: DeskTable;
  /** Where a message of ours goes when its time has come. */
  readonly outbound: WorkQueue;
  /** Where a broadcast goes when its time has come. */
  readonly broadcasts: WorkQueue;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

const impact = 'warnings and alerts about due answers come late or not at all.';

/**
 * Fires what falls due, at its second. Two roads lead to the delay queue: a change that is due soon goes there at once, and a
 * sweep a minute finds whatever is due in the next 90 seconds, including all that the first road lost.
 */
export class Timers extends Construct {
  private readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, props: TimersProps) {
    super(scope, id);
    // The age of a message counts from its sending, and it may be told to wait for 90 s before anybody could take it.
    this.queue = new WorkQueue(this, 'DueQueue', {
      anchor: 'due',
      impact,
      alarms: props.alarms,
      workTimeout: Duration.seconds(10),
    });
    this.addDue(props);
    this.addSchedule(props);
    this.addSweep(props);
  }

  private addDue({ table, outbound, broadcasts, logRetention }: TimersProps): void {
    const due = new HarkFunction(this, 'due', {
      name: 'due',
      environment: {
        TABLE_NAME: table.table.tableName,
        DUE_QUEUE_URL: this.queue.queue.queueUrl,
        OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
        BROADCAST_QUEUE_URL: broadcasts.queue.queueUrl,
      },
      logRetention,
    });
    table.grantDesk(due);
    outbound.queue.grantSendMessages(due);
    broadcasts.queue.grantSendMessages(due);
    this.queue.queue.grantSendMessages(due);
    new QueueWorker(this, 'DueWorker', { source: this.queue, worker: due });
  }

  private addSchedule({ table, alarms, logRetention }: TimersProps): void {
    const schedule = new HarkFunction(this, 'schedule', {
      name: 'schedule',
      environment: { DUE_QUEUE_URL: this.queue.queue.queueUrl },
      logRetention,
    });
    this.queue.queue.grantSendMessages(schedule);
    new StreamWorker(this, 'ScheduleWorker', {
      table,
      worker: schedule,
      filter: {
        eventName: ['INSERT', 'MODIFY'],
        dynamodb: { NewImage: { [indexes.due.partitionKey]: { S: [{ exists: true }] } } },
      },
      // The sweep finds what is lost here within a minute, so nothing is gained by insisting.
      giveUpAfter: Duration.minutes(15),
      anchor: 'schedule',
      impact: 'what falls due within a minute of being set may fire up to a minute late.',
      alarms,
    });
  }

  private addSweep({ table, alarms, logRetention }: TimersProps): void {
    const sweep = new HarkFunction(this, 'sweep', {
      name: 'sweep',
      environment: { TABLE_NAME: table.table.tableName, DUE_QUEUE_URL: this.queue.queue.queueUrl },
      logRetention,
      timeout: Duration.seconds(50),
      // The next minute is the retry.
      retryAttempts: 0,
    });
    table.grantSweep(sweep);
    this.queue.queue.grantSendMessages(sweep);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(sweep.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    const period = Duration.minutes(1);
    alarms.raise(this, 'SweepNotRunningAlarm', {
      anchor: 'sweep-not-running',
      impact: `The sweep has not once gone through for five minutes: ${impact}`,
      metric: new MathExpression({
        expression: 'FILL(calls, 0) - FILL(failures, 0)',
        label: 'sweeps gone through',
        usingMetrics: {
          calls: sweep.lambda.metricInvocations({ period }),
          failures: sweep.lambda.metricErrors({ period }),
        },
        period,
      }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 5,
      silence: TreatMissingData.BREACHING,
    });
  }
}
