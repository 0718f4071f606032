import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { deskWith, environmentOf, rightsOf, textsIn } from './stack.ts';

const template = Template.fromStack(deskWith());
const [tableId] = Object.keys(template.findResources('AWS::DynamoDB::Table'));

it('knows the table', () => {
  expect(environmentOf(template, 'api').TABLE_NAME).toEqual({ Ref: tableId });
});

it('may read and write the desk, list the inbox and read what it signs with, but not ask what falls due', () => {
  const rights = rightsOf(template, 'api');
  const indexes = rights
    .flatMap(({ resource }) => textsIn(resource))
    .filter((text) => text.startsWith('/index/'));
  expect(indexes).toEqual(['/index/inbox', '/index/team']);
  const others = rights.map(({ action }) => action).filter((action) => !action.startsWith('dynamodb:'));
  expect(new Set(others)).toEqual(new Set(['secretsmanager:GetSecretValue']));
});

it('answers before the gateway gives up, which it does after 30 seconds', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: 'functions/handlers/api.ts',
    Timeout: 20,
  });
});
