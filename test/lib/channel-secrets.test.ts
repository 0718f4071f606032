import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { expect, it } from 'vitest';
import { ChannelSecrets } from '../../lib/channel-secrets.ts';
import { allRights, appWith, resourcesOf } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
const secrets = new ChannelSecrets(stack, 'Channels', {
  channels: ['facebook', 'x'],
  removalPolicy: RemovalPolicy.RETAIN,
});
secrets.grantRead(new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
const template = Template.fromStack(stack);
const found = resourcesOf(template, 'AWS::SecretsManager::Secret');

it('makes one secret a channel, without any value in it', () => {
  expect(found).toHaveLength(2);
  for (const [, { Properties }] of found) expect(Object.keys(Properties)).toEqual(['Description']);
});

it('keeps the secrets when the stack goes', () => {
  for (const [, secret] of found)
    expect(secret).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

it('tells a function where the secret of each channel is', () => {
  const [facebook = '', x = ''] = found.map(([id]) => id);
  expect(stack.resolve(secrets.setting)).toEqual({
    'Fn::Join': ['', ['{"facebook":"', { Ref: facebook }, '","x":"', { Ref: x }, '"}']],
  });
});

it('lets these secrets be read, and nothing be written', () => {
  expect(allRights(template).map(({ action, resource }) => ({ action, resource }))).toEqual(
    found.map(([id]) => ({ action: 'secretsmanager:GetSecretValue', resource: { Ref: id } })),
  );
});
