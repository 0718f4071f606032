import { expect, it } from 'vitest';
import { actionsOf, resourcesOf, usualTemplate } from './stack.ts';

const template = usualTemplate();

it('opens the page of a question to whoever has its link', () => {
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').filter(([, { Properties }]) =>
    `${Properties.RouteKey}`.includes('/answers/'),
  );
  expect(routes.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual([
    'GET /answers/{token}',
    'POST /answers/{token}',
  ]);
  for (const [, { Properties }] of routes) expect(Properties.AuthorizationType).toBe('NONE');
});

it('is shown by a function that can write the desk and nothing else', () => {
  expect(actionsOf(template, 'answers', 'dynamodb')).toContain('dynamodb:PutItem');
  for (const service of ['s3', 'ses', 'secretsmanager', 'sqs'])
    expect(actionsOf(template, 'answers', service)).toEqual([]);
});
