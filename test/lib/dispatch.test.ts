import { describe, expect, it } from 'vitest';
import { actionsOf, environmentOf, resourcesOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();

describe('the outbound queue', () => {
  it('keeps the order of each conversation', () => {
    const queue = resourcesOf(template, 'AWS::SQS::Queue').find(
      ([id]) => id.startsWith('DispatchOutboundQueue') && !id.includes('DeadLetters'),
    );
    expect(queue?.[1].Properties).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
  });

  it('is filled by the function that fires what is due', () => {
    expect(textsIn(environmentOf(template, 'due').OUTBOUND_QUEUE_URL)[0]).toMatch(/^DispatchOutboundQueue/);
    expect(actionsOf(template, 'due', 'sqs').filter((action) => action === 'sqs:SendMessage')).toHaveLength(
      3,
    );
  });
});

describe('the outbound function', () => {
  it('takes one message at a time, so that a slow platform holds up no other', () => {
    const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
      id.startsWith('DispatchOutboundWorker'),
    );
    expect(mapping?.[1].Properties).toMatchObject({ BatchSize: 1 });
  });

  it('knows where the platforms are and may read what it signs with', () => {
    const apis = textsIn(environmentOf(template, 'outbound').CHANNEL_APIS).join('');
    expect(JSON.parse(apis)).toEqual({ facebook: 'https://graph.facebook.com', x: 'https://api.x.com' });
    expect(actionsOf(template, 'outbound', 'secretsmanager')).toEqual(
      Array(2).fill('secretsmanager:GetSecretValue'),
    );
  });
});

it('may read what agents attached, and no other file', () => {
  const files = rightsOf(template, 'outbound').filter(({ action }) => action.startsWith('s3:'));
  expect(files.map(({ action }) => action)).toEqual(['s3:GetObject']);
  expect(textsIn(files.map(({ resource }) => resource)).filter((text) => text.startsWith('/'))).toEqual([
    '/outbound/*',
  ]);
});

it('looks every minute whether a held account can send again', () => {
  const rules = resourcesOf(template, 'AWS::Events::Rule').filter(([id]) =>
    id.startsWith('DispatchEveryMinute'),
  );
  expect(rules.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual(['rate(1 minute)']);
  expect(actionsOf(template, 'release', 'dynamodb')).toContain('dynamodb:Query');
});
