import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { incidentEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, resourcesOf } from './stack.ts';

const template = Template.fromStack(deskWith());

it('compares what is said with what is broken, as either comes', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith('Incidents'));
  expect(rule?.[1].Properties.EventPattern).toEqual({ source: ['hark'], 'detail-type': [...incidentEvents] });
});

it('may write the table and nothing else', () => {
  expect(actionsOf(template, 'incidents', 'dynamodb')).toContain('dynamodb:UpdateItem');
  expect(actionsOf(template, 'incidents', 'events')).toEqual([]);
  expect(actionsOf(template, 'incidents', 'secretsmanager')).toEqual([]);
});
