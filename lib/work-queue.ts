import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

/** Fewer tries would give up during a short throttling. */
const defaultTries = 5;

export interface WorkQueueProps {
  /** Prefix of the anchors in RUNBOOK.md: `<anchor>-dead-letters` and `<anchor>-behind`. */
  readonly anchor: string;
  /** One sentence: what customers or agents notice when messages of this queue are late or lost. */
  readonly impact: string;
  readonly alarms: Alarms;
  /** The timeout of the function that works the queue off; a message stays hidden six times as long. */
  readonly workTimeout: Duration;
  /** Whether messages of one group stay in order, each group on its own. @default false */
  readonly fifo?: boolean;
  /** Tries before a message goes to the dead letters. @default 5 */
  readonly tries?: number;
  /** How old the oldest message may become before somebody is told. @default 5 minutes */
  readonly lateAfter?: Duration;
}

/** A queue that cannot lose anything in silence: dead letters, an alarm on them, and one on its age. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly anchor: string;
  /** How long a message that was taken but not deleted stays hidden. */
  readonly visibleAgainAfter: Duration;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.visibleAgainAfter = Duration.seconds(6 * props.workTimeout.toSeconds());
    this.anchor = props.anchor;
    // High throughput: the limit of 300 calls a second holds for each group instead of the whole queue.
    const order = props.fifo
      ? {
          fifo: true,
          deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
          fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
        }
      : {};
    const safety = { enforceSSL: true, encryption: QueueEncryption.SQS_MANAGED, ...order };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safety, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...safety,
      visibilityTimeout: this.visibleAgainAfter,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.tries ?? defaultTries },
    });
    this.watch(props, props.lateAfter ?? Duration.minutes(5));
  }

  private watch({ alarms, anchor, impact, tries = defaultTries }: WorkQueueProps, lateAfter: Duration): void {
    alarms.raise(this, 'DeadLettersAlarm', {
      anchor: `${anchor}-dead-letters`,
      impact: `Given up after ${tries} tries: ${impact}`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
    alarms.raise(this, 'BehindAlarm', {
      anchor: `${anchor}-behind`,
      impact: `Waiting for more than ${lateAfter.toHumanString()}: ${impact}`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: lateAfter.toSeconds(),
      comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
    });
  }

  /** Every work queue below `scope`, in the order of its making. */
  static allIn(scope: Construct): WorkQueue[] {
    return scope.node.findAll().filter((construct) => construct instanceof WorkQueue);
  }
}
