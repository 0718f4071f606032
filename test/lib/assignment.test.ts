import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { assignmentEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, resourcesOf } from './stack.ts';

const template = Template.fromStack(deskWith());

it('assigns when work moves and when people come and go', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith('Assignment'));
  expect(rule?.[1].Properties.EventPattern).toEqual({
    source: ['hark'],
    'detail-type': [...assignmentEvents],
  });
});

it('works that off with a function that may write the table and nothing else', () => {
  const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
    id.startsWith('Assignment'),
  );
  expect(mapping?.[1].Properties).toMatchObject({
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  expect(actionsOf(template, 'assign', 'dynamodb')).toContain('dynamodb:UpdateItem');
  expect(actionsOf(template, 'assign', 'sqs').some((action) => action.includes('Send'))).toBe(false);
});
