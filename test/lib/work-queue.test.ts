import { Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from '../../lib/work-queue.ts';
import { resourcesOf, workbench } from './stack.ts';

const { stack, alarms } = workbench();
const coffee = { impact: 'guests wait for coffee.', alarms, workTimeout: Duration.seconds(20) };
new WorkQueue(stack, 'Orders', { ...coffee, anchor: 'orders' });
new WorkQueue(stack, 'Line', { ...coffee, anchor: 'line', fifo: true, lateAfter: Duration.minutes(30) });
const template = Template.fromStack(stack);

function queues(prefix: string) {
  const all = resourcesOf(template, 'AWS::SQS::Queue').filter(([id]) => id.startsWith(prefix));
  const dead = all.find(([id]) => id.includes('DeadLetters'));
  const work = all.find(([id]) => !id.includes('DeadLetters'));
  if (!dead || !work) throw new Error(`No pair of queues begins with ${prefix}.`);
  return { deadId: dead[0], dead: dead[1].Properties, work: work[1].Properties };
}

describe.each(['Orders', 'Line'])('the queue %s', (prefix) => {
  const { deadId, dead, work } = queues(prefix);

  it('hides a message six times as long as the work may take', () => {
    expect(work.VisibilityTimeout).toBe(120);
  });

  it('puts a message aside after five tries, for longer than the queue itself keeps it', () => {
    expect(work.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadId, 'Arn'] },
      maxReceiveCount: 5,
    });
    expect(dead.MessageRetentionPeriod).toBe(14 * 86_400);
    expect(work.MessageRetentionPeriod).toBeUndefined();
  });

  it('is encrypted at rest and on the way', () => {
    expect(work.SqsManagedSseEnabled).toBe(true);
    expect(dead.SqsManagedSseEnabled).toBe(true);
    const refusals = resourcesOf(template, 'AWS::SQS::QueuePolicy').filter(([id]) => id.startsWith(prefix));
    expect(refusals).toHaveLength(2);
    for (const [, { Properties }] of refusals) {
      expect(Properties.PolicyDocument).toMatchObject({
        Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      });
    }
  });
});

it('keeps the order of each group, at the throughput of a group and not of the queue', () => {
  const inOrder = {
    FifoQueue: true,
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  };
  expect(queues('Line').work).toMatchObject(inOrder);
  expect(queues('Line').dead).toMatchObject(inOrder);
});

it('leaves deduplication to the sender, who knows the platform id', () => {
  expect(queues('Line').work.ContentBasedDeduplication).toBeUndefined();
});

it('is a standard queue unless order matters', () => {
  expect(queues('Orders').work.FifoQueue).toBeUndefined();
  expect(queues('Orders').dead.FifoQueue).toBeUndefined();
});

describe('alarms of a queue', () => {
  it('tell of the first dead letter', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription:
        'Given up after 5 tries: guests wait for coffee. What to do: RUNBOOK.md#orders-dead-letters',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queues('Orders').deadId, 'QueueName'] } }],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Statistic: 'Maximum',
    });
  });

  it.each([
    { anchor: 'orders', seconds: 300, words: '5 minutes' },
    { anchor: 'line', seconds: 1800, words: '30 minutes' },
  ])('tell when the oldest message of $anchor waits for more than $words', ({ anchor, seconds, words }) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: `Waiting for more than ${words}: guests wait for coffee. What to do: RUNBOOK.md#${anchor}-behind`,
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: seconds,
      ComparisonOperator: 'GreaterThanThreshold',
      Dimensions: [
        { Name: 'QueueName', Value: Match.not({ 'Fn::GetAtt': [queues('Orders').deadId, 'QueueName'] }) },
      ],
    });
  });
});
