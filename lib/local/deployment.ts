import { type Authorizer, readAuthorizers } from './authorizer.ts';
import type { CloudAssembly } from './cloud-assembly.ts';
import { defaultBus, type Rule, readRules } from './event-bus.ts';
import { type EventSourceMapping, readEventSources } from './event-sources.ts';
import type { FunctionDefinition } from './function-instance.ts';
import { readFunctions, type ServiceEndpoints } from './functions.ts';
import { type Route, readRoutes } from './http-routes.ts';
import { createResolver, type PhysicalResource, type Resolve } from './intrinsics.ts';
import { announcedConfigurationSets } from './mail-events.ts';
import { physicalResource, type RunningParts } from './physical-names.ts';
import { unknownResources } from './resource-types.ts';
import { rulesNotRun } from './schedules.ts';
import { readSecretValues } from './secrets.ts';
import { readSignInClients, type SignInClient } from './sign-in.ts';
import { readSocketApis, type SocketApi } from './socket-apis.ts';
import type { Template } from './template.ts';

/** The stack as it runs here: the template with every reference resolved. */
export interface Deployment {
  template: Template;
  resolve: Resolve;
  functions: FunctionDefinition[];
  eventSources: EventSourceMapping[];
  rules: Rule[];
  buses: Set<string>;
  routes: Route[];
  authorizers: Map<string, Authorizer>;
  socketApis: SocketApi[];
  signInClients: SignInClient[];
  /** Values of the secrets by ARN. */
  secrets: Map<string, string>;
  /** SES configuration sets that announce their mails. */
  announcedSets: Set<string>;
  /** Sentences about what of the stack does not run here. */
  missing: string[];
}

/** The template without the resources whose condition does not hold. Conditions may only look at parameters. */
export function activeTemplate({ template, stackName }: CloudAssembly): Template {
  const resolve = createResolver(template, stackName, new Map());
  const resources = template.resources.filter(
    ({ condition }) => condition === undefined || resolve({ Condition: condition }) === true,
  );
  return { ...template, resources };
}

/** Resolves the template. @throws Error for anything that would run differently here without anybody noticing */
export function readDeployment(
  assembly: CloudAssembly,
  parts: RunningParts,
  endpoints: ServiceEndpoints,
): Deployment {
  const template = activeTemplate(assembly);
  const physical = new Map<string, PhysicalResource>(
    template.resources.map((resource) => [resource.logicalId, physicalResource(resource, parts)]),
  );
  const resolve = unencrypted(createResolver(template, assembly.stackName, physical), parts.apiUrl);
  const functions = readFunctions({ ...assembly, template }, physical, resolve, endpoints);
  const rules = readRules(template, resolve);
  return {
    template,
    resolve,
    functions,
    eventSources: readEventSources(template, resolve),
    rules,
    buses: readBuses(template, physical),
    routes: readRoutes(template, resolve),
    authorizers: readAuthorizers(template, resolve),
    socketApis: readSocketApis(template, resolve),
    signInClients: readSignInClients(template, resolve),
    secrets: readSecretValues(functions),
    announcedSets: announcedConfigurationSets(template, resolve),
    missing: [
      ...unknownResources(template.resources).map(
        ({ type, logicalId }) => `${type} (${logicalId}): not known`,
      ),
      ...rulesNotRun(rules).map(
        ({ name, schedule }) => `the schedule ${schedule} of ${name}: only rates run here`,
      ),
    ],
  };
}

/** Any address of CloudFront, in whose place the main port answers. */
const anyEdge = 'https://*.cloudfront.net';

/** Resolves as `resolve` does, but what AWS reaches over TLS at the edge is here at `url`, in the clear. */
function unencrypted(resolve: Resolve, url: string): Resolve {
  const { host } = new URL(url);
  const inTheClear = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(`https://${host}`, url).replaceAll(anyEdge, url);
    if (Array.isArray(value)) return value.map(inTheClear);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inTheClear(item)]));
  };
  return (value) => inTheClear(resolve(value));
}

function readBuses(template: Template, physical: ReadonlyMap<string, PhysicalResource>): Set<string> {
  const own = template.resources.filter(({ type }) => type === 'AWS::Events::EventBus');
  return new Set([defaultBus, ...own.map(({ logicalId }) => physical.get(logicalId)?.ref ?? logicalId)]);
}
