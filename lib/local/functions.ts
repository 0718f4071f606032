import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import type { CloudAssembly } from './cloud-assembly.ts';
import type { FunctionDefinition } from './function-instance.ts';
import { type PhysicalResource, type Resolve, region } from './intrinsics.ts';
import { localCredentials } from './local-credentials.ts';

/** Where the AWS clients inside the functions find their services. */
export interface ServiceEndpoints {
  dynamodb: string;
  queues: string;
  /** S3. */
  buckets: string;
  /** EventBridge, SES, Secrets Manager and the management of WebSocket connections. */
  services: string;
  /** The simulated platforms' APIs by channel. */
  channelApis: Readonly<Record<string, string>>;
}

const FunctionProperties = z.object({
  Handler: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Description: z.optional(z.string()),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  ReservedConcurrentExecutions: z.optional(z.number()),
  Environment: z.optional(z.object({ Variables: z.record(z.string(), z.coerce.string()) })),
});

/** Enough for several queues' worth of work on a laptop; a reserved concurrency of the template lowers it. */
const INSTANCES = 4;

/** The functions of the assembly, each with the environment that it has in AWS plus the standard endpoint variables. */
export function readFunctions(
  assembly: CloudAssembly,
  physical: ReadonlyMap<string, PhysicalResource>,
  resolve: Resolve,
  endpoints: ServiceEndpoints,
): FunctionDefinition[] {
  const resources = assembly.template.resources.filter(
    ({ type, properties }) => type === 'AWS::Lambda::Function' && isOurs(properties.Runtime),
  );
  return resources.map(({ logicalId, properties }) => {
    const { Handler, Code, Description, Timeout, MemorySize, Environment, ReservedConcurrentExecutions } =
      properties;
    const read = FunctionProperties.parse(
      resolve({ Handler, Code, Description, Timeout, MemorySize, Environment, ReservedConcurrentExecutions }),
    );
    const { ref: functionName, attributes } = physical.get(logicalId) ?? { ref: logicalId, attributes: {} };
    const dot = read.Handler.lastIndexOf('.');
    return {
      logicalId,
      name: read.Description?.endsWith('.ts') ? basename(read.Description, '.ts') : logicalId,
      functionName,
      arn: attributes.Arn ?? functionName,
      file: bundleFile(assembly.assetFolder(read.Code.S3Key), read.Handler.slice(0, dot)),
      exportName: read.Handler.slice(dot + 1),
      timeoutSeconds: read.Timeout,
      memory: read.MemorySize,
      concurrency: Math.min(read.ReservedConcurrentExecutions ?? INSTANCES, INSTANCES),
      environment: {
        ...lambdaEnvironment(functionName, read.MemorySize),
        ...endpointEnvironment(endpoints),
        ...read.Environment?.Variables,
        ...platformEnvironment(read.Environment?.Variables, endpoints),
      },
    };
  });
}

/** Functions that talk to platforms, or to open pages, find what stands in for them where the stack names the real ones; platforms keep their files, too. */
function platformEnvironment(
  variables: Readonly<Record<string, string>> = {},
  { channelApis, services }: ServiceEndpoints,
): Record<string, string> {
  const hosts = Object.entries(channelApis).map(([channel, api]) => [channel, [new URL(api).origin]]);
  return {
    // The SDK has no variable for an address that each API has of its own.
    ...('LIVE_ENDPOINT' in variables && { LIVE_ENDPOINT: services }),
    ...('CHANNEL_APIS' in variables && { CHANNEL_APIS: JSON.stringify(channelApis) }),
    ...('MEDIA_HOSTS' in variables && { MEDIA_HOSTS: JSON.stringify(Object.fromEntries(hosts)) }),
  };
}

/** CDK's own function for copying files is in Python, and works only while something is deployed. */
function isOurs(runtime: unknown): boolean {
  return typeof runtime === 'string' && runtime.startsWith('nodejs');
}

function bundleFile(folder: string, name: string): string {
  const file = ['.mjs', '.js', '.cjs'].map((ending) => join(folder, name + ending)).find(existsSync);
  if (file) return file;
  throw new Error(`The bundle ${folder} has no file ${name}.mjs or ${name}.js.`);
}

/** What Lambda sets, without anything of this machine: the functions must not see the user's own AWS profile. */
function lambdaEnvironment(functionName: string, memory: number): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
  };
}

/** The SDKs' own variables: `AWS_ENDPOINT_URL_` and the service id in upper case. */
function endpointEnvironment({
  dynamodb,
  queues,
  buckets,
  services,
}: ServiceEndpoints): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: dynamodb,
    AWS_ENDPOINT_URL_SQS: queues,
    AWS_ENDPOINT_URL_S3: buckets,
    AWS_ENDPOINT_URL_EVENTBRIDGE: services,
    AWS_ENDPOINT_URL_SESV2: services,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: services,
  };
}
