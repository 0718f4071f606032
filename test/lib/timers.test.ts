import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { actionsOf, resourcesOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();
const dueId = resourcesOf(template, 'AWS::SQS::Queue')
  .map(([id]) => id)
  .find((id) => id.startsWith('TimersDueQueue') && !id.includes('DeadLetters'));

it.each(['schedule', 'sweep', 'due'])('lets the %s function send to the due queue', (name) => {
  const sends = rightsOf(template, name).filter(({ action }) => action === 'sqs:SendMessage');
  expect(sends.map(({ resource }) => resource)).toContainEqual({ 'Fn::GetAtt': [dueId, 'Arn'] });
});

describe('the sweep', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(
    ([, { Properties }]) => Properties.ScheduleExpression,
  );

  it('runs every minute, and a run that fails is not repeated but followed by the next', () => {
    expect(rule?.[1].Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } }],
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
  });

  it('is over before the next one begins', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'functions/handlers/sweep.ts',
      Timeout: 50,
    });
  });

  it('may ask what falls due, and read nothing else', () => {
    const tables = rightsOf(template, 'sweep').filter(({ action }) => action.startsWith('dynamodb:'));
    expect(tables.map(({ action }) => action)).toEqual(['dynamodb:Query']);
    expect(textsIn(tables[0]?.resource).at(-1)).toBe('/index/due');
  });

  it('is missed when no run went through for five minutes, silence included', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('RUNBOOK.md#sweep-not-running$'),
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      EvaluationPeriods: 5,
      TreatMissingData: 'breaching',
      Metrics: Match.arrayWith([Match.objectLike({ Expression: 'FILL(calls, 0) - FILL(failures, 0)' })]),
    });
  });
});

describe('the shortcut for what is due soon', () => {
  const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
    id.startsWith('TimersSchedule'),
  );

  it('sees new and changed items that have a due key', () => {
    expect(mapping?.[1].Properties.FilterCriteria).toEqual({
      Filters: [
        {
          Pattern:
            '{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"dueKey":{"S":[{"exists":true}]}}}}',
        },
      ],
    });
  });

  it('gives up soon, because the sweep finds what it lost', () => {
    expect(mapping?.[1].Properties.MaximumRecordAgeInSeconds).toBe(15 * 60);
  });

  it('cannot touch the table', () => {
    expect(actionsOf(template, 'schedule', 'dynamodb')).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ]);
  });
});
