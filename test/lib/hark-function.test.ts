import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import { HarkFunction } from '../../lib/hark-function.ts';
import { actionsOf, allRights, appWith, environmentOf, onlyResource } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench', { stackName: 'Cafe' });
const sweep = new HarkFunction(stack, 'sweep', {
  name: 'sweep',
  environment: { TABLE_NAME: 'desk', DUE_QUEUE_URL: 'https://queue.example.com' },
  logRetention: RetentionDays.TWO_WEEKS,
  timeout: Duration.seconds(50),
  retryAttempts: 0,
});
const template = Template.fromStack(stack);
const lambda = onlyResource(template, 'AWS::Lambda::Function').Properties;

describe('a function', () => {
  it('is named after its file by its description', () => {
    expect(lambda).toMatchObject({ Description: 'functions/handlers/sweep.ts', Handler: 'index.handler' });
  });

  it('runs on Node 24 and arm64', () => {
    expect(lambda).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
  });

  it('has the memory and time that it was given, or 512 MB', () => {
    expect(lambda).toMatchObject({ MemorySize: 512, Timeout: 50 });
  });

  it('gets exactly its settings, source maps, and a metrics namespace of its stack', () => {
    expect(environmentOf(template, 'sweep')).toEqual({
      TABLE_NAME: 'desk',
      DUE_QUEUE_URL: 'https://queue.example.com',
      NODE_OPTIONS: '--enable-source-maps',
      POWERTOOLS_METRICS_NAMESPACE: 'Cafe',
    });
  });

  it('writes JSON into a log of its own that is kept as long as was said', () => {
    const [logId] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
    expect(lambda.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: { Ref: logId } });
    expect(onlyResource(template, 'AWS::Logs::LogGroup')).toMatchObject({
      Properties: { RetentionInDays: 14 },
      DeletionPolicy: 'Delete',
    });
  });

  it('may write that log and do nothing else, by no managed policy', () => {
    const [logId] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
    expect(actionsOf(template, 'sweep', 'logs')).toEqual([]);
    expect(allRights(template).map(({ action, resource }) => ({ action, resource }))).toEqual([
      { action: 'logs:CreateLogStream', resource: { 'Fn::GetAtt': [logId, 'Arn'] } },
      { action: 'logs:PutLogEvents', resource: { 'Fn::GetAtt': [logId, 'Arn'] } },
    ]);
    expect(onlyResource(template, 'AWS::IAM::Role').Properties.ManagedPolicyArns).toBeUndefined();
  });

  it('is not repeated by Lambda when it asks not to be', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
  });

  it('is found by those who show all functions', () => {
    expect(HarkFunction.allIn(stack)).toEqual([sweep]);
  });
});

it('does not compile without one of its settings', () => {
  const incomplete = () =>
    new HarkFunction(new Stack(appWith(), 'Other'), 'sweep', {
      name: 'sweep',
      // @ts-expect-error DUE_QUEUE_URL is missing
      environment: { TABLE_NAME: 'desk' },
      logRetention: RetentionDays.TWO_WEEKS,
    });
  expect(incomplete).not.toThrow();
});
