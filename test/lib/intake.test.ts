import { describe, expect, it } from 'vitest';
import { actionsOf, environmentOf, resourcesOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();
const inboundId = resourcesOf(template, 'AWS::SQS::Queue')
  .map(([id]) => id)
  .find((id) => id.startsWith('IntakeInboundQueue') && !id.includes('DeadLetters'));

describe('the webhook function', () => {
  it('knows the inbound queue and where each channel has its secret', () => {
    const environment = environmentOf(template, 'webhook');
    expect(environment.INBOUND_QUEUE_URL).toEqual({ Ref: inboundId });
    expect(textsIn(environment.CHANNEL_SECRETS).join('')).toMatch(/^\{"facebook":".+","x":".+"\}$/);
  });

  it('may send to that queue and read those secrets, and cannot touch the table', () => {
    expect(actionsOf(template, 'webhook', 'sqs')).toEqual([
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    expect(actionsOf(template, 'webhook', 'secretsmanager')).toEqual(
      Array(2).fill('secretsmanager:GetSecretValue'),
    );
    expect(actionsOf(template, 'webhook', 'dynamodb')).toEqual([]);
    const sent = rightsOf(template, 'webhook').find(({ action }) => action === 'sqs:SendMessage');
    expect(sent?.resource).toEqual({ 'Fn::GetAtt': [inboundId, 'Arn'] });
  });
});

describe('the inbound function', () => {
  it('works off the first-in-first-out queue, ten at a time', () => {
    const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
      id.startsWith('IntakeInbound'),
    );
    expect(mapping?.[1].Properties).toMatchObject({
      BatchSize: 10,
      EventSourceArn: { 'Fn::GetAtt': [inboundId, 'Arn'] },
    });
    template.hasResourceProperties('AWS::SQS::Queue', { FifoQueue: true, VisibilityTimeout: 90 });
  });

  it('may write the desk and see who waits, but not read secrets', () => {
    const tables = rightsOf(template, 'inbound').filter(({ action }) => action.startsWith('dynamodb:'));
    expect(tables.map(({ action }) => action)).toContain('dynamodb:PutItem');
    expect(
      tables.flatMap(({ resource }) => textsIn(resource)).filter((text) => text.includes('/index/')),
    ).toEqual(['/index/inbox', '/index/owner', '/index/team']);
    expect(actionsOf(template, 'inbound', 'secretsmanager')).toEqual([]);
  });
});
