import type { IncomingMessage, ServerResponse } from 'node:http';
import { openCheckpoints } from './checkpoints.ts';
import type { DataFolder } from './data-folder.ts';
import type { Deployment } from './deployment.ts';
import { createEventBus } from './event-bus.ts';
import { startEventSources } from './event-sources.ts';
import { openFunctionLog } from './function-log.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { sendAnswer } from './http-answer.ts';
import { answerRequest } from './http-api.ts';
import { answerLocally, type LocalParts } from './local-pages.ts';
import { openMailBox } from './mail.ts';
import { announceMail } from './mail-events.ts';
import type { Narrator } from './narrator.ts';
import type { PlatformPorts } from './outside.ts';
import type { QueueEngine } from './queues.ts';
import { createRuleTargets, isQueue, type RuleTargets } from './rule-targets.ts';
import { startSchedules } from './schedules.ts';
import type { Services } from './service-endpoint.ts';
import { createSignIn } from './sign-in.ts';
import { openSignInKeys } from './sign-in-keys.ts';
import { openSockets } from './sockets.ts';

/** Answers a request on the main port. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
/** Ends something that was started. */
export type Close = () => Promise<void> | void;

/** What the functions print, within the data folder. */
export const LOG_FILE = 'functions.log';
/** How long running functions may take to finish when the stack is stopped. */
const GRACE_MS = 2_500;

/** The stack, resolved against engines that run. */
export interface Engines {
  deployment: Deployment;
  dynamodbEndpoint: string;
  /** Where the simulated platforms' APIs are going to be. */
  platformPorts: PlatformPorts;
  queues: QueueEngine;
  /** Where browsers upload to and look at files. */
  bucketsUrl: string;
  /** Says what the service endpoint stands in for. */
  serve(services: Services): void;
}

/** What the stack is made of. */
export interface StackParts extends Engines {
  folder: DataFolder;
  narrator: Narrator;
  url: string;
}

/** Brings functions, bus, pollers and schedules to life, and returns what answers on the main port. */
export async function startStack(
  parts: StackParts,
  closing: Close[],
): Promise<LocalParts & { answer: Answer }> {
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
  const sockets = openSockets(deployment.socketApis, pool, narrator.trouble);
  parts.serve({ bus, mails, secrets: deployment.secrets, sockets });
  startWork(parts, pool, targets, closing);
  // Before the functions end, which hear that their pages are gone.
  closing.push(sockets.close);
  await mails.announceRest();

  const keys = openSignInKeys(folder.file('sign-in-keys.json'));
  const signIn = createSignIn(url, deployment.signInClients, keys, folder.database);
  const api = {
    routes: deployment.routes,
    authorizers: deployment.authorizers,
    publicKey: keys.publicKey,
    pool,
  };
  const local: LocalParts = {
    mails,
    signIn,
    sockets,
    outside: undefined,
    console: undefined,
    status: undefined,
  };
  const answer: Answer = (request, response) => {
    answerLocally(local, request, response)
      .then(async (answered) => {
        if (answered) return;
        const page = (await local.status?.answer(request)) ?? (await local.console?.answer(request));
        sendAnswer(response, page ?? (await answerRequest(api, request)));
      })
      .catch((error: unknown) => {
        narrator.trouble(`${request.method} ${request.url}`, error);
        response.destroy();
      });
  };
  return Object.assign(local, { answer });
}

/** Starts everything that moves by itself, and says how it stops. */
function startWork(
  { deployment, queues, folder, narrator, dynamodbEndpoint }: StackParts,
  pool: FunctionPool,
  targets: RuleTargets,
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
  const asynchronous = targets.start();
  const stopSchedules = startSchedules(deployment.rules, (rule, event) => {
    for (const target of rule.targets) {
      const message = target.input ?? JSON.stringify(event);
      // What failed is told by the pool; the next turn comes anyway.
      const turn = isQueue(target)
        ? targets.deliver(target, message, event.id)
        : pool.invoke(target.arn, JSON.parse(message));
      turn.catch(() => {});
    }
  });
  closing.push(async () => {
    stopSchedules();
    const stopped = [sources.stop(), asynchronous.stop()];
    await pool.close(GRACE_MS);
    await Promise.all(stopped);
  });
}
