import { expect, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import type { SimulatedAccount } from '../../../../lib/local/platforms/simulator.ts';
import type { XSettings, XSimulator } from '../../../../lib/local/platforms/x/settings.ts';
import { startX } from '../../../../lib/local/platforms/x.ts';
import { BRAND, CONSUMER_KEY, CONSUMER_SECRET, MORNING, OTHER_BRAND } from './x-accounts.ts';
import { type Desk, listen, startDesk } from './x-desk.ts';
import { authorization, type Signing } from './x-signing.ts';

export const BASE = '/_local/outside/x';
const Ids = z.object({ id: z.optional(z.string()) });

/** Waits for something that the simulator does by and by; the time is only there to fail in the end. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 10 });

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** What a call may differ in from an ordinary one of the first account. */
export interface CallOptions extends Partial<Signing> {
  json?: unknown;
  body?: string | FormData | URLSearchParams;
  headers?: Record<string, string>;
  /** Replaces the signature. */
  authorization?: string;
}

/** An X with a clock that the test moves, a desk that listens, and both sides to speak to. */
export interface World {
  simulator: XSimulator;
  clock: { now: number };
  desk: Desk;
  outsideUrl: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** The app's own bearer token as a header. */
  bearer(): Promise<string>;
  /** Does something as a person; gives the answer with the ids that were made. */
  act(method: string, path: string, body?: object): Promise<Answer>;
  /** A post by a person; gives its id. */
  post(person: string, text: string, more?: object): Promise<string>;
  state(): Promise<z.infer<typeof State>>;
}

const State = z.object({
  accounts: z.array(z.record(z.string(), z.unknown())),
  people: z.array(z.record(z.string(), z.unknown())),
  posts: z.array(z.record(z.string(), z.unknown())),
  messages: z.array(z.record(z.string(), z.unknown())),
  webhooks: z.array(z.object({ id: z.string(), url: z.string(), valid: z.boolean() })),
  deliveries: z.object({ pending: z.number(), problem: z.nullable(z.string()) }),
});

export interface WorldOptions {
  settings?: Partial<XSettings>;
  file?: string;
  clock?: { now: number };
  desk?: Desk;
  webhookUrl?: string;
  accounts?: SimulatedAccount[];
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.clock ?? { now: MORNING };
  const desk = options.desk ?? (await startDesk());
  const simulator = await startX({
    file: options.file ?? ':memory:',
    port: 0,
    webhookUrl: options.webhookUrl ?? desk.url,
    appSecret: CONSUMER_SECRET,
    consumerKey: CONSUMER_KEY,
    accounts: options.accounts ?? [BRAND, OTHER_BRAND],
    now: () => clock.now,
    settings: { retryDelay: 5, ...options.settings },
  });
  let open = true;
  const close = async () => {
    if (open) await simulator.close();
    open = false;
  };
  onTestFinished(close);
  const outsideUrl = await listen(async (request, response) => {
    const path = (request.url ?? '').slice(BASE.length);
    if (!(await simulator.outside(request, response, path))) response.writeHead(404).end('{}');
  });
  const world: World = {
    simulator: { ...simulator, close },
    clock,
    desk,
    outsideUrl: outsideUrl + BASE,
    call: (method, path, more = {}) => call(world, method, path, more),
    async bearer() {
      const basic = Buffer.from(`${CONSUMER_KEY}:${CONSUMER_SECRET}`).toString('base64');
      const body = new URLSearchParams({ grant_type: 'client_credentials' });
      const headers = { authorization: `Basic ${basic}` };
      const response = await fetch(`${simulator.url}/oauth2/token`, { method: 'POST', body, headers });
      return `Bearer ${z.object({ access_token: z.string() }).parse(await response.json()).access_token}`;
    },
    async act(method, path, body) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${outsideUrl}${BASE}/${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async post(person, text, more = {}) {
      const { body } = await world.act('POST', 'posts', { person, text, ...more });
      return Ids.parse(body).id ?? '';
    },
    async state() {
      return State.parse((await world.act('GET', 'state')).body);
    },
  };
  return world;
}

async function call(world: World, method: string, path: string, more: CallOptions): Promise<Answer> {
  const url = `${world.simulator.url}${path}`;
  const signing = { account: BRAND, now: world.clock.now, ...more };
  const headers: Record<string, string> = {
    authorization: more.authorization ?? authorization(method, url, signing),
    ...(more.json !== undefined && { 'content-type': 'application/json' }),
    ...more.headers,
  };
  const body = more.json === undefined ? more.body : JSON.stringify(more.json);
  const response = await fetch(url, { method, headers, body });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** What stands somewhere inside an answer, such as `data.0.id`. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => new Map(Object.entries(inner ?? {})).get(key), value);
}

export function textAt(value: unknown, path: string): string {
  return z.string().parse(at(value, path));
}
