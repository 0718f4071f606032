import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { expect, it } from 'vitest';
import { Alarms } from '../../lib/alarms.ts';
import { appWith, onlyResource } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
new Alarms(stack, 'Alarms', { email: 'ops@example.com' }).raise(stack, 'Cold', {
  anchor: 'coffee-cold',
  impact: 'Guests get cold coffee.',
  metric: new Metric({ namespace: 'Cafe', metricName: 'Temperature' }),
  threshold: 60,
  comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
});
const template = Template.fromStack(stack);

it('says in the alarm what is at stake and where the runbook tells what to do', () => {
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties.AlarmDescription).toBe(
    'Guests get cold coffee. What to do: RUNBOOK.md#coffee-cold',
  );
});

it('tells the topic, and the topic the operator', () => {
  const topics = Object.keys(template.findResources('AWS::SNS::Topic'));
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties.AlarmActions).toEqual([
    { Ref: topics[0] },
  ]);
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'ops@example.com',
  });
});

it('lets CloudWatch of this account publish, and nobody without encryption', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});

it('takes silence for good news', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    TreatMissingData: 'notBreaching',
    EvaluationPeriods: 1,
  });
});
