import { Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { describe, expect, it } from 'vitest';
import { EventRuleToQueue } from '../../lib/event-rule-to-queue.ts';
import { WorkQueue } from '../../lib/work-queue.ts';
import { resourcesOf, workbench } from './stack.ts';

const { stack, alarms } = workbench();
const workTimeout = Duration.seconds(10);
const target = new WorkQueue(stack, 'Orders', {
  anchor: 'orders',
  impact: 'guests wait.',
  alarms,
  workTimeout,
});
new EventRuleToQueue(stack, 'Ours', {
  bus: new EventBus(stack, 'Bus'),
  pattern: { source: ['cafe'], detailType: ['order.taken'] },
  target,
});
new EventRuleToQueue(stack, 'Theirs', { pattern: { source: ['aws.ses'] }, target });
const template = Template.fromStack(stack);
const rules = new Map(
  resourcesOf(template, 'AWS::Events::Rule').map(([id, { Properties }]) => [
    id.replace(/Rule.*/, ''),
    Properties,
  ]),
);
const ids = Object.keys(template.findResources('AWS::SQS::Queue'));
const queueId = ids.find((id) => !id.includes('DeadLetters'));
const deadId = ids.find((id) => id.includes('DeadLetters'));

describe('a rule to a queue', () => {
  it('listens on the bus that it was given', () => {
    const [busId] = Object.keys(template.findResources('AWS::Events::EventBus'));
    expect(rules.get('Ours')).toMatchObject({
      EventBusName: { Ref: busId },
      EventPattern: { source: ['cafe'], 'detail-type': ['order.taken'] },
    });
  });

  it('listens on the default bus otherwise', () => {
    expect(rules.get('Theirs')?.EventBusName).toBeUndefined();
  });

  it('tries for a day, then puts the event with the dead letters of the queue', () => {
    expect(rules.get('Ours')?.Targets).toMatchObject([
      {
        Arn: { 'Fn::GetAtt': [queueId, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [deadId, 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      },
    ]);
  });

  it.each(['queue', 'dead letters'])('may write into the %s, each rule by its own ARN', (which) => {
    const id = which === 'queue' ? queueId : deadId;
    for (const rule of Object.keys(template.findResources('AWS::Events::Rule'))) {
      template.hasResourceProperties('AWS::SQS::QueuePolicy', {
        Queues: [{ Ref: id }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [rule, 'Arn'] } } },
            }),
          ]),
        },
      });
    }
  });
});
