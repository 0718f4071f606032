import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { searchEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, resourcesOf } from './stack.ts';

const template = Template.fromStack(deskWith());

it('hears of everything by which a conversation can be found', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith('Search'));
  expect(rule?.[1].Properties.EventPattern).toEqual({ source: ['hark'], 'detail-type': [...searchEvents] });
});

it('works it off with a function that may write the table and nothing else', () => {
  expect(actionsOf(template, 'searchable', 'dynamodb')).toContain('dynamodb:BatchWriteItem');
  for (const service of ['events', 'ses', 's3'])
    expect(actionsOf(template, 'searchable', service)).toEqual([]);
});
