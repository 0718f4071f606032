import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { expect, it } from 'vitest';
import { DeskTable } from '../../lib/desk-table.ts';
import { HarkFunction } from '../../lib/hark-function.ts';
import { StreamWorker } from '../../lib/stream-worker.ts';
import { onlyResource, resourcesOf, rightsOf, workbench } from './stack.ts';

const { stack, alarms } = workbench();
const table = new DeskTable(stack, 'Desk', { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true });
const worker = new HarkFunction(stack, 'publish', {
  name: 'publish',
  environment: { BUS_NAME: 'news', PUSH_QUEUE_URL: 'pages' },
  logRetention: RetentionDays.ONE_DAY,
});
new StreamWorker(stack, 'Worker', {
  table,
  worker,
  filter: { eventName: ['INSERT'] },
  giveUpAfter: Duration.hours(2),
  anchor: 'news',
  impact: 'nobody hears the news.',
  alarms,
});
const template = Template.fromStack(stack);
const [tableId] = Object.keys(template.findResources('AWS::DynamoDB::Table'));
const [deadId] = Object.keys(template.findResources('AWS::SQS::Queue'));

it('follows the stream from its beginning, through its filter', () => {
  expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
    EventSourceArn: { 'Fn::GetAtt': [tableId, 'StreamArn'] },
    StartingPosition: 'TRIM_HORIZON',
    FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
  });
});

it('halves a batch that fails until the bad record is alone, and gives that one up after a while', () => {
  expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 7200,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [deadId, 'Arn'] } } },
  });
});

it('lets the function read this stream and write to its dead letters', () => {
  const resources = new Map(rightsOf(template, 'publish').map(({ action, resource }) => [action, resource]));
  expect(resources.get('dynamodb:GetRecords')).toEqual({ 'Fn::GetAtt': [tableId, 'StreamArn'] });
  expect(resources.get('dynamodb:ListStreams')).toEqual({ 'Fn::GetAtt': [tableId, 'StreamArn'] });
  expect(resources.get('sqs:SendMessage')).toEqual({ 'Fn::GetAtt': [deadId, 'Arn'] });
});

it('keeps its dead letters for two weeks, encrypted', () => {
  expect(onlyResource(template, 'AWS::SQS::Queue').Properties).toEqual({
    MessageRetentionPeriod: 14 * 86_400,
    SqsManagedSseEnabled: true,
  });
});

it('tells when it gave up, and when it is behind', () => {
  const descriptions = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => Properties.AlarmDescription,
  );
  expect(descriptions.sort()).toEqual([
    'Given up after 2 hours: nobody hears the news. What to do: RUNBOOK.md#news-dead-letters',
    'Waiting for more than 5 minutes: nobody hears the news. What to do: RUNBOOK.md#news-behind',
  ]);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Lambda',
    MetricName: 'IteratorAge',
    Threshold: 300_000,
    Statistic: 'Maximum',
  });
});

it('leaves it at the dead letters where it gives up before being behind could matter', () => {
  const impatient = workbench();
  const desk = new DeskTable(impatient.stack, 'Desk', {
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
  });
  new StreamWorker(impatient.stack, 'Worker', {
    table: desk,
    worker: new HarkFunction(impatient.stack, 'schedule', {
      name: 'schedule',
      environment: { DUE_QUEUE_URL: 'due' },
      logRetention: RetentionDays.ONE_DAY,
    }),
    filter: { eventName: ['INSERT'] },
    giveUpAfter: Duration.minutes(15),
    anchor: 'short',
    impact: 'nobody hears the news.',
    alarms: impatient.alarms,
  });
  const alarm = onlyResource(Template.fromStack(impatient.stack), 'AWS::CloudWatch::Alarm');
  expect(alarm.Properties.MetricName).toBe('ApproximateNumberOfMessagesVisible');
});
