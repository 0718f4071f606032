import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { expect, it } from 'vitest';
import { HarkFunction } from '../../lib/hark-function.ts';
import { QueueWorker } from '../../lib/queue-worker.ts';
import { WorkQueue } from '../../lib/work-queue.ts';
import { actionsOf, onlyResource, resourcesOf, rightsOf, workbench } from './stack.ts';

function bench(seconds: { workTimeout: number; timeout: number }) {
  const { stack, alarms } = workbench();
  const workTimeout = Duration.seconds(seconds.workTimeout);
  const source = new WorkQueue(stack, 'Orders', {
    anchor: 'orders',
    impact: 'guests wait.',
    alarms,
    workTimeout,
  });
  const worker = new HarkFunction(stack, 'inbound', {
    name: 'inbound',
    environment: { TABLE_NAME: 'desk' },
    logRetention: RetentionDays.ONE_DAY,
    timeout: Duration.seconds(seconds.timeout),
  });
  return { stack, source, worker };
}

const { stack, source, worker } = bench({ workTimeout: 10, timeout: 10 });
new QueueWorker(stack, 'Worker', { source, worker, maxConcurrency: 2 });
const template = Template.fromStack(stack);
const queueId = resourcesOf(template, 'AWS::SQS::Queue')
  .map(([id]) => id)
  .find((id) => !id.includes('DeadLetters'));
const queueArn = { 'Fn::GetAtt': [queueId, 'Arn'] };

it('hands batches of ten to the function and hears about each message', () => {
  expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
    EventSourceArn: queueArn,
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

it('runs no more calls at once than was said', () => {
  expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties.ScalingConfig).toEqual({
    MaximumConcurrency: 2,
  });
});

it('lets the function take from this queue, and send to none', () => {
  expect(actionsOf(template, 'inbound', 'sqs')).toEqual([
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
  ]);
  expect(
    rightsOf(template, 'inbound').every(
      ({ resource }) => JSON.stringify(resource) === JSON.stringify(queueArn),
    ),
  ).toBe(true);
});

it('refuses a function that may work longer than the queue waits for it', () => {
  const slow = bench({ workTimeout: 10, timeout: 11 });
  expect(() => new QueueWorker(slow.stack, 'Worker', slow)).toThrow(
    "The queue 'Workbench/Orders/Queue' shows a message again after 60 s, but 'inbound' may take 11 s: it would be worked on twice. " +
      'Give the queue workTimeout 11 s or more.',
  );
});
