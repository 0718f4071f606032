import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { HarkFunction } from './hark-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface QueueWorkerProps {
  readonly source: WorkQueue;
  readonly worker: HarkFunction;
  /** Messages a call, at most 10: more would need a waiting window. @default 10 */
  readonly batchSize?: number;
  /** How many calls may run at once. @default as many as Lambda allows */
  readonly maxConcurrency?: number;
}

/** Lets a function work off a queue; what it reports as failed comes again, the rest of the batch does not. */
export class QueueWorker extends Construct {
  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const { queue } = props.source;
    const hidden = props.source.visibleAgainAfter.toSeconds();
    const timeout = props.worker.timeout.toSeconds();
    if (hidden < 6 * timeout) {
      throw new Error(
        `The queue '${queue.node.path}' shows a message again after ${hidden} s, but '${props.worker.name}' may take ` +
          `${timeout} s: it would be worked on twice. Give the queue workTimeout ${timeout} s or more.`,
      );
    }
    queue.grantConsumeMessages(props.worker);
    new EventSourceMapping(this, 'Mapping', {
      target: props.worker.lambda,
      eventSourceArn: queue.queueArn,
      batchSize: props.batchSize ?? 10,
      maxConcurrency: props.maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
