import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { freePort } from './free-port.ts';
import { outsideIndex } from './outside-index.ts';
import { startFacebook } from './platforms/facebook.ts';
import { readBody } from './platforms/http-body.ts';
import type { SimulatedAccount, Simulator } from './platforms/simulator.ts';
import { startX } from './platforms/x.ts';
import { letCustomersWrite } from './sample.ts';
import { type LocalAccount, localSecrets } from './secrets.ts';

/** The platforms as they look from outside the desk, simulated. */
export interface Outside {
  /** Answers a request below `/_local/outside`, `/_local/platforms` and `/_local/sample`; false when there is nothing at that path. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Where the platforms' APIs are going to be; functions are told before the platforms start. */
export type PlatformPorts = Readonly<Record<'facebook' | 'x', number>>;

/** Finds a free port for each platform. */
export async function platformPorts(): Promise<PlatformPorts> {
  return { facebook: await freePort(), x: await freePort() };
}

/** The addresses of the APIs at these ports. */
export function channelApis(ports: PlatformPorts): Record<string, string> {
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
}

/** Starts the platforms; what people do there is delivered to the webhooks of the stack at `url`. `file` names their files. */
export async function startOutside(
  url: string,
  ports: PlatformPorts,
  file: (name: string) => string,
): Promise<Outside> {
  const { facebook, x } = localSecrets;
  const shared = (name: 'facebook' | 'x') => ({
    file: file(`platform-${name}.db`),
    port: ports[name],
    webhookUrl: `${url}/webhooks/${name}`,
    appSecret: localSecrets[name].signingKeys[0],
    now: Date.now,
  });
  const simulators = new Map<string, Simulator>([
    ['facebook', await startFacebook({ ...shared('facebook'), accounts: accountsOf(facebook.accounts) })],
    ['x', await startX({ ...shared('x'), consumerKey: x.consumerKey, accounts: accountsOf(x.accounts) })],
  ]);
  return {
    answer: (request, response, pathname) =>
      pathname === '/_local/sample'
        ? answerSample(url, request, response)
        : answerOutside(simulators, request, response, pathname),
    async close() {
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
    },
  };
}

/** `POST /_local/sample`: invented customers write, so that a desk that has just begun has something to answer. */
async function answerSample(
  url: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (method !== 'POST') return false;
  if (headers['sec-fetch-site'] === 'cross-site')
    return answerJson(response, 403, { detail: 'Another site may not act as customers here.' });
  return answerJson(response, 201, { written: await letCustomersWrite(url) });
}

function accountsOf(accounts: Record<string, LocalAccount>): SimulatedAccount[] {
  return Object.entries(accounts).map(([id, account]) => ({ id, ...account }));
}

async function answerOutside(
  simulators: ReadonlyMap<string, Simulator>,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  if (/^\/_local\/outside\/?$/.test(pathname)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(outsideIndex());
    return true;
  }
  const [, kind, name = '', path = '/'] =
    /^\/_local\/(outside|platforms)\/([a-z]+)(\/.*)?$/.exec(pathname) ?? [];
  const simulator = simulators.get(name);
  if (!simulator) return false;
  if (kind === 'outside') return simulator.outside(request, response, path);
  return control(simulator, `${request.method} ${path}`, request, response);
}

const NewFault = z.object({
  count: z._default(z.number().check(z.int(), z.gte(1)), 1),
  kind: z.enum(['status', 'code', 'cut', 'latency']),
  value: z.optional(z.number()),
});
const NewToken = z.object({ accountId: z.string(), state: z.enum(['valid', 'expired', 'revoked']) });

/** Looks into a platform and makes it fail on purpose. */
async function control(
  simulator: Simulator,
  wish: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (wish === 'GET /calls') return answerJson(response, 200, simulator.calls());
  if (wish !== 'POST /faults' && wish !== 'POST /tokens') return false;
  const schema = wish === 'POST /faults' ? NewFault : NewToken;
  const parsed = schema.safeParse(readJson(await readBody(request)));
  if (!parsed.success) return answerJson(response, 400, { detail: z.prettifyError(parsed.error) });
  if ('kind' in parsed.data) simulator.addFault(parsed.data);
  else simulator.setToken(parsed.data.accountId, parsed.data.state);
  return answerJson(response, 200, parsed.data);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function answerJson(response: ServerResponse, status: number, value: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
  return true;
}
