import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { WorkQueue } from './work-queue.ts';

export interface EventRuleToQueueProps {
  /** @default the account's default bus, where AWS's own services announce things */
  readonly bus?: IEventBus;
  readonly pattern: EventPattern;
  readonly target: WorkQueue;
}

/** Sends matching events to a queue. What EventBridge cannot deliver in a day joins the queue's dead letters. */
export class EventRuleToQueue extends Construct {
  constructor(scope: Construct, id: string, props: EventRuleToQueueProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      eventBus: props.bus,
      eventPattern: props.pattern,
      targets: [
        new SqsQueue(props.target.queue, {
          deadLetterQueue: props.target.deadLetters,
          maxEventAge: Duration.days(1),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
