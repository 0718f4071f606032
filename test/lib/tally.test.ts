import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { pastAnswerEvents, promiseEvents, tallyEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, resourcesOf } from './stack.ts';

const template = Template.fromStack(deskWith());

it('counts from the events that open and close conversations', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith('Tally'));
  expect(rule?.[1].Properties.EventPattern).toEqual({
    source: ['hark'],
    'detail-type': [...tallyEvents, ...promiseEvents, ...pastAnswerEvents],
  });
});

it('works them off with a function that may write the table and nothing else', () => {
  const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
    id.startsWith('Tally'),
  );
  expect(mapping?.[1].Properties).toMatchObject({
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  expect(actionsOf(template, 'stats', 'dynamodb')).toContain('dynamodb:UpdateItem');
  expect(actionsOf(template, 'stats', 'events')).toEqual([]);
});
