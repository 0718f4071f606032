import * as z from 'zod/mini';
import type { Resolve } from './intrinsics.ts';
import type { Resource, Template } from './template.ts';

/** A WebSocket API of the template. */
export interface SocketApi {
  /** The path that pages connect to: the name of its stage. */
  path: string;
  /** Function ARN by route key. */
  routes: ReadonlyMap<string, string>;
}

const ApiProperties = z.object({ ProtocolType: z.string() });
const StageProperties = z.object({ ApiId: z.object({ Ref: z.string() }), StageName: z.string() });
const RouteProperties = z.object({
  ApiId: z.object({ Ref: z.string() }),
  RouteKey: z.string(),
  Target: z.unknown(),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string().check(z.regex(/:function:/)),
});

/** Whether a resource of an API belongs to one that speaks WebSocket. */
export function ofSocketApi(template: Template): (resource: Resource) => boolean {
  const apis = new Set(socketApisOf(template).map(({ logicalId }) => logicalId));
  return ({ properties }) => {
    const id = z.object({ Ref: z.string() }).safeParse(properties.ApiId).data?.Ref;
    return id !== undefined && apis.has(id);
  };
}

function socketApisOf({ resources }: Template): Resource[] {
  return resources.filter(
    ({ type, properties }) =>
      type === 'AWS::ApiGatewayV2::Api' &&
      ApiProperties.safeParse(properties).data?.ProtocolType === 'WEBSOCKET',
  );
}

/**
 * Reads the WebSocket APIs of the template.
 * @throws Error (with the schema's words) for an integration that is not a Lambda proxy
 */
export function readSocketApis(template: Template, resolve: Resolve): SocketApi[] {
  const resources = template.resources.filter(ofSocketApi(template));
  return socketApisOf(template).flatMap(({ logicalId }) => {
    const own = resources.filter(
      ({ properties }) => z.object({ Ref: z.literal(logicalId) }).safeParse(properties.ApiId).success,
    );
    const stages = own.filter(({ type }) => type === 'AWS::ApiGatewayV2::Stage');
    const routes = own
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
      .map(({ properties }): [string, string] => {
        const { RouteKey, Target } = RouteProperties.parse(properties);
        return [RouteKey, functionOf(template, resolve, String(resolve(Target)))];
      });
    return stages.map(({ properties }) => ({
      path: `/${StageProperties.parse(properties).StageName}`,
      routes: new Map(routes),
    }));
  });
}

function functionOf(template: Template, resolve: Resolve, target: string): string {
  const id = target.slice('integrations/'.length);
  const integration = template.resources.find(({ logicalId }) => logicalId === id);
  const uri = IntegrationProperties.parse(resolve(integration?.properties)).IntegrationUri;
  // API Gateway calls a function of a WebSocket API by an address around its ARN.
  return /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri;
}
