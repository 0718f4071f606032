import { describe, expect, it } from 'vitest';
import { actionsOf, environmentOf, resourcesOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();
const [apiId] = Object.keys(
  template.findResources('AWS::ApiGatewayV2::Api', { Properties: { ProtocolType: 'WEBSOCKET' } }),
);
const [queueId] = resourcesOf(template, 'AWS::SQS::Queue')
  .map(([id]) => id)
  .filter((id) => /^LivePushQueue(?!DeadLetters)/.test(id));

describe('the WebSocket API', () => {
  it('leads everything that pages do to one function', () => {
    const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route')
      .map(([, { Properties }]) => Properties)
      .filter(({ ApiId }) => textsIn(ApiId).includes(apiId ?? ''));
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(['$connect', '$default', '$disconnect']);
    const integrations = resourcesOf(template, 'AWS::ApiGatewayV2::Integration').filter(
      ([, { Properties }]) => textsIn(Properties.ApiId).includes(apiId ?? ''),
    );
    const functions = integrations.flatMap(([, { Properties }]) =>
      textsIn(Properties.IntegrationUri).filter((text) => text.startsWith('Livelive')),
    );
    expect(new Set(functions).size).toBe(1);
  });

  it('answers at the path that the console’s origin leads to, and is throttled', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      ApiId: { Ref: apiId },
      StageName: 'live',
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
  });
});

describe.each(['live', 'push'])('the function %s', (name) => {
  it('may send to the pages of this API and to no others', () => {
    expect(actionsOf(template, name, 'execute-api')).toEqual(['execute-api:ManageConnections']);
    const right = rightsOf(template, name).find(({ action }) => action.startsWith('execute-api:'));
    expect(textsIn(right?.resource)).toEqual(expect.arrayContaining([apiId, '/live/POST/@connections/*']));
  });

  it('knows where that is', () => {
    expect(textsIn(environmentOf(template, name).LIVE_ENDPOINT)).toContain(apiId);
  });
});

it('hears of every change from the one reader of the outbox', () => {
  expect(environmentOf(template, 'publish').PUSH_QUEUE_URL).toEqual({ Ref: queueId });
  expect(actionsOf(template, 'publish', 'sqs')).toContain('sqs:SendMessage');
});

it('leaves room at the stream, which has place for two readers', () => {
  const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) => Properties.StartingPosition !== undefined,
  );
  expect(mappings.length).toBeLessThanOrEqual(2);
});
