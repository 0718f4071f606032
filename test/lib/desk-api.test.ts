import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { deskWith, environmentOf, rightsOf, textsIn } from './stack.ts';

const template = Template.fromStack(deskWith());
const [tableId] = Object.keys(template.findResources('AWS::DynamoDB::Table'));

it('knows the table', () => {
  expect(environmentOf(template, 'api').TABLE_NAME).toEqual({ Ref: tableId });
});

it('may read and write the desk and list the inbox, but not ask what falls due', () => {
  const rights = rightsOf(template, 'api');
  const indexes = rights
    .flatMap(({ resource }) => textsIn(resource))
    .filter((text) => text.startsWith('/index/'));
  expect(indexes).toEqual(['/index/inbox', '/index/team']);
  expect(rights.every(({ action }) => action.startsWith('dynamodb:'))).toBe(true);
});

it('answers before the gateway gives up, which it does after 30 seconds', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: 'functions/handlers/api.ts',
    Timeout: 20,
  });
});
