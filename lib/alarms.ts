import { Stack } from 'aws-cdk-lib';
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { placeholderSender } from './parameters.ts';

export interface AlarmsProps {
  /** Who is told; SNS asks this address to confirm before it sends anything. */
  readonly email: string;
}

export interface Warning {
  /** The heading of RUNBOOK.md that says what to do, as its anchor. */
  readonly anchor: string;
  /** One sentence: what customers or agents notice while this lasts. */
  readonly impact: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  /** How many periods in a row are bad before somebody is told. @default 1 */
  readonly periods?: number;
  /** What silence means. @default silence is good: SQS and Lambda send no numbers when there is nothing to do */
  readonly silence?: TreatMissingData;
}

/** The one place that tells the operator: a topic with an e-mail subscription, and alarms that say what is at stake. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Hark alarms', enforceSSL: true });
    if (props.email !== placeholderSender) this.topic.addSubscription(new EmailSubscription(props.email));
    // A topic with a policy of its own loses the default one, and with it the right of CloudWatch to publish.
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** Adds an alarm to `scope`; its description carries the impact and the way into the runbook. */
  raise(scope: Construct, id: string, warning: Warning): Alarm {
    const alarm = new Alarm(scope, id, {
      alarmDescription: `${warning.impact} What to do: RUNBOOK.md#${warning.anchor}`,
      metric: warning.metric,
      threshold: warning.threshold,
      comparisonOperator: warning.comparison,
      evaluationPeriods: warning.periods ?? 1,
      treatMissingData: warning.silence ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}
