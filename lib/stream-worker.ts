import { Duration, Validations } from 'aws-cdk-lib';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { DeskTable } from './desk-table.ts';
import type { HarkFunction } from './hark-function.ts';

export interface StreamWorkerProps {
  readonly table: DeskTable;
  readonly worker: HarkFunction;
  /** Which records call the function, in Lambda's filter syntax; the others cost nothing. */
  readonly filter: Record<string, unknown>;
  /**
   * How old a failing record may become before it goes to the dead letters; until then it holds up its partition. Beyond a quarter
   * of an hour there is an alarm on how far it is behind, too.
   */
  readonly giveUpAfter: Duration;
  /** Prefix of the anchors in RUNBOOK.md: `<anchor>-dead-letters` and, for those who are patient, `<anchor>-behind`. */
  readonly anchor: string;
  /** One sentence: what customers or agents notice when records are late or lost. */
  readonly impact: string;
  readonly alarms: Alarms;
}

/** Lets a function follow the table's stream, in order for each item, without one bad record stopping the rest for good. */
export class StreamWorker extends Construct {
  readonly deadLetters: Queue;
  readonly anchor: string;
  /** How long the record that is worked on has been waiting, in milliseconds. */
  readonly iteratorAge: Metric;

  constructor(scope: Construct, id: string, props: StreamWorkerProps) {
    super(scope, id);
    this.anchor = props.anchor;
    this.iteratorAge = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'IteratorAge',
      dimensionsMap: { FunctionName: props.worker.lambda.functionName },
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the dead letters, of a stream; nothing works it off that could fail.',
    });
    props.table.grantFollow(props.worker);
    new EventSourceMapping(this, 'Mapping', {
      target: props.worker.lambda,
      eventSourceArn: props.table.streamArn,
      // The first events may be written before the mapping is up.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      filters: [FilterCriteria.filter(props.filter)],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: props.giveUpAfter,
      onFailure: new SqsDlq(this.deadLetters),
    });
    this.watch(props);
  }

  private watch({ alarms, anchor, impact, giveUpAfter }: StreamWorkerProps): void {
    alarms.raise(this, 'DeadLettersAlarm', {
      anchor: `${anchor}-dead-letters`,
      impact: `Given up after ${giveUpAfter.toHumanString()}: ${impact}`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
    // Whoever gives up that soon tells by its dead letters, and cannot have been late for long before.
    if (giveUpAfter.toMinutes() <= 15) return;
    const lateAfter = Duration.minutes(5);
    alarms.raise(this, 'BehindAlarm', {
      anchor: `${anchor}-behind`,
      impact: `Waiting for more than ${lateAfter.toHumanString()}: ${impact}`,
      metric: this.iteratorAge,
      threshold: lateAfter.toMilliseconds(),
      comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
    });
  }

  /** Every follower of the stream below `scope`, in the order of its making. */
  static allIn(scope: Construct): StreamWorker[] {
    return scope.node.findAll().filter((construct) => construct instanceof StreamWorker);
  }
}
