import * as z from 'zod/mini';
import type { Resolve } from './intrinsics.ts';
import { ofSocketApi } from './socket-apis.ts';
import type { Template } from './template.ts';

/** A route of the HTTP API that leads to a function. */
export interface Route {
  /** As the template has it, such as `ANY /api/{proxy+}`. */
  key: string;
  method: string;
  /** Segments of the path; `{name}` takes one, `{name+}` all that are left. */
  segments: string[];
  functionArn: string;
  /** Logical id of the authorizer; undefined lets everybody in. */
  authorizer: string | undefined;
  /** The caller's token needs one of these; none are asked for when the list is empty. */
  scopes: string[];
}

/** A route together with what its variables matched. */
export interface RouteMatch {
  route: Route;
  pathParameters: Record<string, string>;
}

const Ref = z.object({ Ref: z.string() });
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizerId: z.optional(Ref),
  AuthorizationScopes: z._default(z.array(z.string()), []),
});

/**
 * Reads the routes of the template.
 * @throws Error (with the schema's words) for an integration that is not a Lambda proxy with payload format 2.0.
 */
export function readRoutes(template: Template, resolve: Resolve): Route[] {
  const speaksWebSocket = ofSocketApi(template);
  const routes = template.resources.filter(
    (resource) => resource.type === 'AWS::ApiGatewayV2::Route' && !speaksWebSocket(resource),
  );
  return routes.map(({ properties }) => {
    const { AuthorizerId, ...rest } = properties;
    const route = RouteProperties.parse({ ...Object(resolve(rest)), AuthorizerId });
    const [method = '', path = ''] =
      route.RouteKey === '$default' ? ['ANY', '/{proxy+}'] : route.RouteKey.split(' ');
    return {
      key: route.RouteKey,
      method,
      segments: path.split('/').slice(1),
      functionArn: integrationFunction(template, resolve, route.Target.slice('integrations/'.length)),
      authorizer: route.AuthorizerId?.Ref,
      scopes: route.AuthorizationScopes,
    };
  });
}

function integrationFunction(template: Template, resolve: Resolve, id: string): string {
  const integration = template.resources.find(({ logicalId }) => logicalId === id);
  return IntegrationProperties.parse(resolve(integration?.properties)).IntegrationUri;
}

/**
 * Finds the route of a request as API Gateway does: a full match before a `{name}`, that before a `{name+}`, that before
 * `$default`; then the route's own method before `ANY`.
 */
export function matchRoute(routes: Route[], method: string, path: string): RouteMatch | undefined {
  const parts = path.split('/').slice(1);
  const matches = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = matchPath(route.segments, parts);
      return pathParameters ? [{ route, pathParameters }] : [];
    });
  return matches.toSorted((a, b) => rank(a.route) - rank(b.route))[0];
}

function matchPath(segments: string[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const [, name, rest] = /^\{(.+?)(\+?)\}$/.exec(segment) ?? [];
    const part = parts[index];
    if (part === undefined) return undefined;
    if (name === undefined) {
      if (part !== segment) return undefined;
    } else if (rest) {
      parameters[name] = decode(parts.slice(index).join('/'));
      return parameters;
    } else {
      if (part === '') return undefined;
      parameters[name] = decode(part);
    }
  }
  return segments.length === parts.length ? parameters : undefined;
}

function rank({ key, method, segments }: Route): number {
  const kinds = segments.map((segment) => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0));
  const path = key === '$default' ? 3 : Math.max(0, ...kinds);
  return path * 1000 - segments.length * 10 + (method === 'ANY' ? 1 : 0);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
