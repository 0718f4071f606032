import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { statusEvents } from '../../functions/domain/events.ts';
import { statusKeys } from '../../functions/status/keys.ts';
import { actionsOf, deskWith, environmentOf, resourcesOf, rightsOf, textsIn } from './stack.ts';

const template = Template.fromStack(deskWith({ consoleUrl: 'https://help.example.com' }));
const rules = resourcesOf(template, 'AWS::Events::Rule').filter(([id]) => id.startsWith('StatusPage'));

describe('the status page', () => {
  it('is drawn when something was published, and every five minutes', () => {
    expect(
      rules.map(([, { Properties }]) => Properties.EventPattern ?? Properties.ScheduleExpression),
    ).toEqual(
      expect.arrayContaining([{ source: ['hark'], 'detail-type': [...statusEvents] }, 'rate(5 minutes)']),
    );
    for (const [, { Properties }] of rules)
      expect(textsIn(Properties.Targets).some((text) => text.startsWith('StatusPageQueue'))).toBe(true);
  });

  it('is there as soon as the stack is', () => {
    const patterns = rules.map(([, { Properties }]) => Properties.EventPattern);
    expect(patterns).toContainEqual({
      source: ['aws.cloudformation'],
      'detail-type': ['CloudFormation Stack Status Change'],
      detail: {
        'stack-id': [{ Ref: 'AWS::StackId' }],
        'status-details': { status: expect.arrayContaining(['CREATE_COMPLETE', 'UPDATE_COMPLETE']) },
      },
    });
  });

  it('is written by one function, which may touch nothing but its files', () => {
    const objects = rightsOf(template, 'status-page').filter(({ action }) => action.endsWith('Object'));
    const paths = objects.map(({ resource }) => textsIn(resource).find((text) => text.startsWith('/')));
    expect(new Set(paths)).toEqual(new Set(statusKeys.map((key) => `/${key}`)));
    expect(actionsOf(template, 'status-page', 's3')).toContain('s3:PutObject');
    expect(actionsOf(template, 'api', 's3').length).toBeGreaterThan(0);
  });

  it('gets pictures and films from whoever tells of them, who may touch nothing else of it', () => {
    const rights = rightsOf(template, 'broadcast').filter(({ resource }) =>
      textsIn(resource).some((text) => text.startsWith('StatusPage')),
    );
    expect(rights.map(({ action, resource }) => [action, textsIn(resource).at(-1)])).toEqual([
      ['s3:PutObject', '/status/media/*'],
    ]);
    expect(environmentOf(template, 'broadcast').STATUS_BUCKET).toEqual(
      environmentOf(template, 'status-page').STATUS_BUCKET,
    );
  });

  it('lies in a bucket that nobody reads but through the edge', () => {
    const [bucket] = resourcesOf(template, 'AWS::S3::Bucket').filter(([id]) => id.startsWith('StatusPage'));
    expect(bucket?.[1].Properties.PublicAccessBlockConfiguration).toMatchObject({ BlockPublicPolicy: true });
  });
});

describe('subscriptions', () => {
  it('are open to everybody', () => {
    const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').filter(([, { Properties }]) =>
      `${Properties.RouteKey}`.includes('/status/'),
    );
    expect(routes.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual([
      'GET /status/subscriptions',
      'GET /status/subscriptions/{token}',
      'GET /status/subscriptions/{token}/unsubscribe',
      'POST /status/subscriptions',
      'POST /status/subscriptions/{token}',
      'POST /status/subscriptions/{token}/unsubscribe',
    ]);
    for (const [, { Properties }] of routes) expect(Properties.AuthorizationType).toBe('NONE');
  });

  it('know where their links lead, and mail', () => {
    expect(environmentOf(template, 'subscriptions').STATUS_URL).toBe('https://help.example.com/status');
    expect(actionsOf(template, 'subscriptions', 'ses')).toEqual(['ses:SendEmail', 'ses:SendEmail']);
  });
});

describe('the edge', () => {
  it('shows its files at their paths, and passes subscriptions on before them', () => {
    const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution');
    const paths = textsIn(distribution?.[1].Properties.DistributionConfig).filter((text) =>
      text.startsWith('/status'),
    );
    const drawn = statusKeys.map((key) => `/${key}`);
    expect(paths).toEqual(['/status/subscriptions*', ...drawn, '/status/media/*']);
  });
});
