import { startBucketDoor } from './bucket-door.ts';
import { createBuckets } from './buckets.ts';
import { readCloudAssembly } from './cloud-assembly.ts';
import { type LocalConsoleConfig, openConsole } from './console.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { activeTemplate, type Deployment, readDeployment } from './deployment.ts';
import { startDynamodb } from './dynamodb-engine.ts';
import { gatewayAnswer, sendAnswer } from './http-answer.ts';
import { listen } from './listening.ts';
import { createNarrator } from './narrator.ts';
import type { LocalOptions } from './options.ts';
import { channelApis, platformPorts, startOutside } from './outside.ts';
import { createQueues, startQueues } from './queues.ts';
import { type Answer, type Close, type Engines, LOG_FILE, startStack } from './running-stack.ts';
import { type Services, startServiceEndpoint } from './service-endpoint.ts';
import { signInPath, signInScope, signOutPath } from './sign-in.ts';
import { openStatusFiles } from './status-files.ts';
import { synthesize } from './synthesize.ts';
import { createTables, deleteTables } from './tables.ts';

/** A running local stack. */
export interface Runner {
  /** Its one address, without a trailing slash. */
  url: string;
  /** Ends everything within five seconds; what had not been finished goes on at the next start. */
  stop(): Promise<void>;
}

/** What the runner needs from its process. */
export interface RunnerHost {
  /** The project's folder. */
  root: string;
  print(line: string): void;
  /** The stack cannot go on, for the reason given. */
  onLost(reason: string): void;
}

const PORT_PATIENCE_MS = 1_000;

/** Who the local stack mails from and to, where cdk.json leaves it open. */
export const contextDefaults = {
  mailFrom: 'desk@hark.example',
  mailRate: 1000,
  alertEmails: { team: ['team@hark.example'], lead: ['lead@hark.example'], admin: ['admin@hark.example'] },
};

/**
 * Starts the stack. Resolves when everything answers.
 * @throws StartError with a sentence for the person who started it
 */
export async function startRunner(options: LocalOptions, host: RunnerHost): Promise<Runner> {
  const closing: Close[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { url: await start(options, host, closing), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: LocalOptions, host: RunnerHost, closing: Close[]): Promise<string> {
  let answer: Answer = (_request, response) => sendAnswer(response, gatewayAnswer(503, 'Hark is starting'));
  // First, because a taken port is the likeliest mistake, and must not cost a synthesis to find out.
  const server = await listen(
    options.port,
    (request, response) => answer(request, response),
    PORT_PATIENCE_MS,
  );
  closing.push(server.close);
  const folder = await openFolder(options);
  closing.push(folder.close);
  const narrator = createNarrator(host.print);
  const parts = await startParts(options, host, folder, server.url, closing);
  const local = await startStack({ ...parts, folder, narrator, url: server.url }, closing);
  answer = local.answer;
  server.onUpgrade(local.sockets.upgrade);
  if (parts.deployment.routes.some(({ key }) => key.includes('/webhooks/'))) {
    local.outside = await startOutside(server.url, parts.platformPorts, folder.file);
    closing.push(local.outside.close);
    local.console = openConsole(host.root, consoleConfig(server.url, parts.deployment), {
      connect: [parts.bucketsUrl],
      media: [parts.bucketsUrl, ...Object.values(channelApis(parts.platformPorts))],
    });
  }
  local.status = openStatusFiles(parts.deployment.functions, parts.bucketsUrl);
  if (local.status) closing.push(local.status.close);
  narrator.welcome({
    url: server.url,
    dynamodb: `${parts.dynamodbEndpoint}${options.dynamodbEndpoint ? '' : ' (embedded)'}`,
    queues: parts.queues.endpoint,
    dataFolder: folder.path,
    logFile: folder.file(LOG_FILE),
    functions: parts.deployment.functions.length,
    missing: parts.deployment.missing,
  });
  return server.url;
}

function consoleConfig(url: string, { signInClients: [client] }: Deployment): LocalConsoleConfig {
  const home = `${url}/`;
  const clientId = client?.id ?? '';
  const leaving = new URLSearchParams({ client_id: clientId, logout_uri: home });
  return {
    authority: `${url}${signInPath}`,
    clientId,
    scope: signInScope,
    liveUrl: `${url.replace(/^http/, 'ws')}/live`,
    signOutUrl: `${url}${signOutPath}?${leaving}`,
    outsideUrl: '/_local/outside',
  };
}

async function openFolder({ data, fresh, dynamodbEndpoint }: LocalOptions): Promise<DataFolder> {
  const old: string[] = [];
  const folder = openDataFolder(data, fresh, (id) => old.push(id));
  if (dynamodbEndpoint !== undefined) for (const id of old) await deleteTables(dynamodbEndpoint, id);
  return folder;
}

/** Starts the engines and resolves the stack against them. */
async function startParts(
  options: LocalOptions,
  host: RunnerHost,
  folder: DataFolder,
  url: string,
  closing: Close[],
): Promise<Engines> {
  const request = {
    root: host.root,
    app: options.app,
    defaults: contextDefaults,
  };
  const [assembly, dynamodb, queues] = await Promise.all([
    synthesize(request),
    startDynamodb(folder, options.dynamodbEndpoint, host.onLost).then((engine) => {
      closing.push(engine.stop);
      return engine;
    }),
    startQueues(folder.file('queues')).then((engine) => {
      closing.push(engine.stop);
      return engine;
    }),
  ]).then(([path, ...engines]) => [readCloudAssembly(path), ...engines] as const);
  let services: Services | undefined;
  const endpoint = await startServiceEndpoint(() => {
    if (services) return services;
    throw new Error('The local services are starting.');
  });
  closing.push(endpoint.close);
  const door = await startBucketDoor(queues.endpoint);
  closing.push(door.close);
  const streams = await createTables(activeTemplate(assembly), dynamodb.endpoint, folder.id);
  const ports = await platformPorts();
  const deployment = readDeployment(
    assembly,
    { apiUrl: url, issuer: `${url}${signInPath}`, sqsUrl: queues.endpoint, dataId: folder.id, streams },
    {
      dynamodb: dynamodb.endpoint,
      queues: queues.endpoint,
      buckets: door.url,
      services: endpoint.url,
      channelApis: channelApis(ports),
    },
  );
  await createQueues(deployment.template, deployment.resolve, queues);
  await createBuckets(deployment.template, deployment.resolve, door);
  return {
    deployment,
    dynamodbEndpoint: dynamodb.endpoint,
    platformPorts: ports,
    queues,
    bucketsUrl: door.url,
    serve(ready) {
      services = ready;
    },
  };
}
