import { expect, it } from 'vitest';
import { bookkeepingEvents } from '../../functions/domain/events.ts';
import { actionsOf, resourcesOf, usualTemplate } from './stack.ts';

const template = usualTemplate();
const ofBooks = (type: string) => resourcesOf(template, type).filter(([id]) => id.startsWith('Bookkeeping'));

it('hears of everything that somebody keeps, by one rule and one queue', () => {
  const [rule, ...others] = ofBooks('AWS::Events::Rule');
  expect(others).toEqual([]);
  expect(rule?.[1].Properties.EventPattern).toEqual({
    source: ['hark'],
    'detail-type': [...bookkeepingEvents],
  });
  expect(ofBooks('AWS::SQS::Queue').filter(([id]) => !id.includes('DeadLetters'))).toHaveLength(1);
  expect(ofBooks('AWS::CloudWatch::Alarm')).toHaveLength(2);
});

it('leaves processors for those who take in what customers write', () => {
  const [mapping] = ofBooks('AWS::Lambda::EventSourceMapping');
  expect(mapping?.[1].Properties).toMatchObject({
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

it('may use the table and nothing else', () => {
  const actions = actionsOf(template, 'bookkeeping', 'dynamodb');
  expect(actions).toEqual(expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:BatchWriteItem']));
  for (const service of ['events', 's3', 'ses', 'secretsmanager'])
    expect(actionsOf(template, 'bookkeeping', service)).toEqual([]);
  expect(actionsOf(template, 'bookkeeping', 'sqs').some((action) => action.includes('Send'))).toBe(false);
});
