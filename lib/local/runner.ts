import type { IncomingMessage, ServerResponse } from 'node:http';
import { openCheckpoints } from './checkpoints.ts';
import { readCloudAssembly } from './cloud-assembly.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { activeTemplate, type Deployment, readDeployment } from './deployment.ts';
import { startDynamodb } from './dynamodb-engine.ts';
import { createEventBus } from './event-bus.ts';
import { startEventSources } from './event-sources.ts';
import { openFunctionLog } from './function-log.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { gatewayAnswer, sendAnswer } from './http-answer.ts';
import { answerRequest } from './http-api.ts';
import { listen } from './listening.ts';
import { answerLocally } from './local-pages.ts';
import { openMailBox } from './mail.ts';
import { announceMail } from './mail-events.ts';
import { createNarrator, type Narrator } from './narrator.ts';
import type { LocalOptions } from './options.ts';
import { createQueues, type QueueEngine, startQueues } from './queues.ts';
import { createRuleTargets } from './rule-targets.ts';
import { startSchedules } from './schedules.ts';
import { type Services, startServiceEndpoint } from './service-endpoint.ts';
import { createSignIn, signInPath } from './sign-in.ts';
import { openSignInKeys } from './sign-in-keys.ts';
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

/** How long running functions may take to finish when the stack is stopped. */
const GRACE_MS = 2_500;

const PORT_PATIENCE_MS = 1_000;

/** Who the local stack mails from and to, where cdk.json leaves it open. */
export const contextDefaults = {
  mailFrom: 'desk@hark.example',
  alertEmails: { team: ['team@hark.example'], lead: ['lead@hark.example'], admin: ['admin@hark.example'] },
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Close = () => Promise<void> | void;

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
  answer = await startStack({ ...parts, folder, narrator, url: server.url }, closing);
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

const LOG_FILE = 'functions.log';

async function openFolder({ data, fresh, dynamodbEndpoint }: LocalOptions): Promise<DataFolder> {
  const old: string[] = [];
  const folder = openDataFolder(data, fresh, (id) => old.push(id));
  if (dynamodbEndpoint !== undefined) for (const id of old) await deleteTables(dynamodbEndpoint, id);
  return folder;
}

interface Parts {
  deployment: Deployment;
  dynamodbEndpoint: string;
  queues: QueueEngine;
  /** Says what the service endpoint stands in for. */
  serve(services: Services): void;
}

/** Starts the engines and resolves the stack against them. */
async function startParts(
  options: LocalOptions,
  host: RunnerHost,
  folder: DataFolder,
  url: string,
  closing: Close[],
): Promise<Parts> {
  const request = {
    root: host.root,
    app: options.app,
    folder: folder.file('assembly'),
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
  const streams = await createTables(activeTemplate(assembly), dynamodb.endpoint, folder.id);
  const deployment = readDeployment(
    assembly,
    { apiUrl: url, issuer: `${url}${signInPath}`, sqsUrl: queues.endpoint, dataId: folder.id, streams },
    { dynamodb: dynamodb.endpoint, queues: queues.endpoint, services: endpoint.url },
  );
  await createQueues(deployment.template, deployment.resolve, queues);
  return {
    deployment,
    dynamodbEndpoint: dynamodb.endpoint,
    queues,
    serve(ready) {
      services = ready;
    },
  };
}

interface StackParts extends Parts {
  folder: DataFolder;
  narrator: Narrator;
  url: string;
}

/** Brings functions, bus, pollers and schedules to life, and returns what answers on the main port. */
async function startStack(parts: StackParts, closing: Close[]): Promise<Answer> {
  const { deployment, folder, narrator, queues, url } = parts;
  const log = openFunctionLog(folder.file(LOG_FILE));
  closing.push(log.close);
  const pool = createFunctionPool(deployment.functions, {
    output(name, line) {
      log.write(name, line);
      narrator.output(name, line);
    },
    failed(name, error) {
      log.write(name, error.trace || `${error.type}: ${error.message}`);
      narrator.failed(name, error);
    },
  });
  const targets = await createRuleTargets(deployment.rules, queues, pool, narrator.trouble);
  const bus = createEventBus(deployment.rules, deployment.buses, targets.deliver, (_name, event) =>
    narrator.event(event),
  );
  const mails = openMailBox(folder.database, async (mail) => {
    narrator.mail(mail);
    await announceMail(bus, deployment.announcedSets, mail);
  });
  parts.serve({ bus, mails, secrets: deployment.secrets });
  startWork(parts, pool, targets.start, closing);
  await mails.announceRest();

  const keys = openSignInKeys(folder.file('sign-in-keys.json'));
  const signIn = createSignIn(url, deployment.signInClients, keys, folder.database);
  const api = {
    routes: deployment.routes,
    authorizers: deployment.authorizers,
    publicKey: keys.publicKey,
    pool,
  };
  return (request, response) => {
    answerLocally({ mails, signIn }, request, response)
      .then(async (answered) => {
        if (!answered) sendAnswer(response, await answerRequest(api, request));
      })
      .catch((error: unknown) => {
        narrator.trouble(`${request.method} ${request.url}`, error);
        response.destroy();
      });
  };
}

/** Starts everything that moves by itself, and says how it stops. */
function startWork(
  { deployment, queues, folder, narrator, dynamodbEndpoint }: StackParts,
  pool: FunctionPool,
  startTargets: () => { stop(): Promise<void> },
  closing: Close[],
): void {
  const arns = new Map(deployment.functions.map(({ functionName, arn }) => [functionName, arn]));
  const sources = startEventSources(deployment.eventSources, {
    pool,
    queues,
    dynamodbEndpoint,
    checkpoints: openCheckpoints(folder.database),
    functionArn: (ref) => arns.get(ref) ?? ref,
    onTrouble: narrator.trouble,
  });
  const asynchronous = startTargets();
  const stopSchedules = startSchedules(deployment.rules, (rule, event) => {
    for (const { arn, input } of rule.targets) {
      // What failed is told by the pool; the next turn comes anyway.
      pool.invoke(arn, input === undefined ? event : JSON.parse(input)).catch(() => {});
    }
  });
  closing.push(async () => {
    stopSchedules();
    const stopped = [sources.stop(), asynchronous.stop()];
    await pool.close(GRACE_MS);
    await Promise.all(stopped);
  });
}
