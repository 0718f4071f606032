import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { spikeEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, resourcesOf } from './stack.ts';

const template = Template.fromStack(deskWith());

it('listens to what customers write', () => {
  const rule = resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith('Spikes'));
  expect(rule?.[1].Properties.EventPattern).toEqual({ source: ['hark'], 'detail-type': [...spikeEvents] });
});

it('with a function that may use the table and nothing else', () => {
  expect(actionsOf(template, 'spikes', 'dynamodb')).toContain('dynamodb:Query');
  for (const service of ['s3', 'ses', 'events', 'secretsmanager'])
    expect(actionsOf(template, 'spikes', service)).toEqual([]);
});
