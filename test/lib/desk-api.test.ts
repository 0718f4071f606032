import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { actionsOf, deskWith, environmentOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();
const [tableId] = Object.keys(template.findResources('AWS::DynamoDB::Table'));

it('knows the table', () => {
  expect(environmentOf(template, 'api').TABLE_NAME).toEqual({ Ref: tableId });
});

it('may read and write the desk, list the inbox, and not ask what falls due', () => {
  const rights = rightsOf(template, 'api');
  const indexes = rights
    .flatMap(({ resource }) => textsIn(resource))
    .filter((text) => text.startsWith('/index/'));
  expect(indexes).toEqual(['/index/inbox', '/index/owner', '/index/team']);
  const others = rights.map(({ action }) => action).filter((action) => !action.startsWith('dynamodb:'));
  expect(new Set(others.map((action) => action.split(':')[0]))).toEqual(
    new Set(['secretsmanager', 'sqs', 's3']),
  );
});

it('may put back what work queues gave up', () => {
  const queues = rightsOf(template, 'api').filter(({ action }) => action === 'sqs:ReceiveMessage');
  expect(queues.length).toBeGreaterThan(0);
  for (const { resource } of queues) expect(textsIn(resource).join()).toContain('DeadLetters');
});

it('may let agents upload files, keep them and look at them, and delete none', () => {
  const rights = rightsOf(template, 'api').map(({ action, resource }) => {
    const folder = textsIn(resource).find((text) => text.startsWith('/')) ?? '';
    return `${action} ${folder}`.trim();
  });
  expect(rights.filter((right) => right.startsWith('s3:')).sort()).toEqual([
    's3:GetObject /inbound/*',
    's3:GetObject /outbound/*',
    's3:GetObject /uploads/*',
    's3:ListBucket',
    's3:PutObject /outbound/*',
    's3:PutObject /uploads/*',
  ]);
});

it('answers before the gateway gives up, which it does after 30 seconds', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: 'functions/handlers/api.ts',
    Timeout: 20,
  });
});

describe('the language model', () => {
  it('cannot be called unless it is switched on', () => {
    expect(actionsOf(template, 'api', 'bedrock')).toEqual([]);
    expect(environmentOf(template, 'api').WRITING_AID).toBe('null');
  });

  it('is the one that the operator chose, and no other', () => {
    const model = 'amazon.nova-lite-v1:0';
    const bedrock = Template.fromStack(deskWith({ triage: 'bedrock', bedrockDailyTokens: 1000 }));
    expect(actionsOf(bedrock, 'api', 'bedrock')).toEqual(['bedrock:InvokeModel']);
    expect(environmentOf(bedrock, 'api').WRITING_AID).toBe(JSON.stringify({ model, dailyTokens: 1000 }));
    const [right] = rightsOf(bedrock, 'api').filter(({ action }) => action === 'bedrock:InvokeModel');
    expect(textsIn(right?.resource).join('')).toMatch(/foundation-model\/amazon\.nova-lite-v1:0$/);
  });
});
