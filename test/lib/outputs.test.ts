import { expect, it } from 'vitest';
import { textsIn, usualTemplate } from './stack.ts';

const { Outputs } = usualTemplate().toJSON();

it('tells the operator every address and name that the set-up needs', () => {
  expect(Object.keys(Outputs).sort()).toEqual([
    'ApiUrl',
    'ConsoleUrl',
    'DashboardName',
    'FacebookSecretArn',
    'FacebookWebhookUrl',
    'MediaBucketName',
    'SignInIssuer',
    'SignInUrl',
    'TableName',
    'UserPoolClientId',
    'UserPoolId',
    'XSecretArn',
    'XWebhookUrl',
  ]);
});

it.each([
  { output: 'FacebookWebhookUrl', path: '/webhooks/facebook' },
  { output: 'XWebhookUrl', path: '/webhooks/x' },
])('leads $output to $path', ({ output, path }) => {
  expect(textsIn(Outputs[output].Value).at(-1)).toBe(path);
});
