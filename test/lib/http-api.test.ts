import { Template } from 'aws-cdk-lib/assertions';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import { HarkFunction } from '../../lib/hark-function.ts';
import { HttpApi } from '../../lib/http-api.ts';
import { onlyResource, resourcesOf, workbench } from './stack.ts';

const { stack, alarms } = workbench();
const logRetention = RetentionDays.ONE_MONTH;
const http = new HttpApi(stack, 'Http', {
  throttle: { rateLimit: 20, burstLimit: 40 },
  logRetention,
  alarms,
});
const handler = (id: string) =>
  new HarkFunction(stack, id, { name: 'inbound', environment: { TABLE_NAME: 'desk' }, logRetention });
http.addWebhooks(handler('receiver'));
http.addDesk(
  handler('desk'),
  new HttpJwtAuthorizer('SignIn', 'https://issuer.example.com', { jwtAudience: ['console'] }),
);
const template = Template.fromStack(stack);
const routes = new Map(
  resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
    Properties.RouteKey,
    Properties,
  ]),
);
const stage = onlyResource(template, 'AWS::ApiGatewayV2::Stage').Properties;

describe('the routes', () => {
  it('are these three', () => {
    expect([...routes.keys()]).toEqual([
      'ANY /webhooks/{channel}',
      'ANY /webhooks/{channel}/{callback}',
      'ANY /api/{proxy+}',
    ]);
  });

  it('let platforms in without a token', () => {
    expect(routes.get('ANY /webhooks/{channel}')).toMatchObject({ AuthorizationType: 'NONE' });
    expect(routes.get('ANY /webhooks/{channel}')?.AuthorizerId).toBeUndefined();
  });

  it('let nobody reach the desk without a token of our issuer for our client', () => {
    const [authorizerId] = Object.keys(template.findResources('AWS::ApiGatewayV2::Authorizer'));
    expect(routes.get('ANY /api/{proxy+}')).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: authorizerId },
    });
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://issuer.example.com', Audience: ['console'] },
    });
  });

  it('hand the request on in the format with raw bytes and lower-case headers', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::ApiGatewayV2::Integration')) {
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    }
  });
});

describe('the stage', () => {
  it('answers at the root and deploys itself', () => {
    expect(stage).toMatchObject({ StageName: '$default', AutoDeploy: true });
  });

  it('throttles as the operator said', () => {
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
  });

  it('logs who asked for what, and never a body, a header, a query or a path that may be a secret link', () => {
    const { Format } = { Format: '', ...Object(stage.AccessLogSettings) };
    const variables = [...String(Format).matchAll(/\$context\.([A-Za-z.]+)/g)].map(([, name]) => name);
    expect(variables).toEqual([
      'requestId',
      'requestTimeEpoch',
      'routeKey',
      'status',
      'identity.sourceIp',
      'responseLength',
      'responseLatency',
      'integration.status',
      'integration.error',
      'authorizer.error',
    ]);
    expect(String(Format)).not.toMatch(/\$(request|input)/);
  });
});

it('tells when platforms or agents get server errors', () => {
  const [apiId] = Object.keys(template.findResources('AWS::ApiGatewayV2::Api'));
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/ApiGateway',
    MetricName: '5xx',
    Statistic: 'Sum',
    Dimensions: [
      { Name: 'ApiId', Value: { Ref: apiId } },
      { Name: 'Stage', Value: '$default' },
    ],
    Threshold: 5,
  });
});
