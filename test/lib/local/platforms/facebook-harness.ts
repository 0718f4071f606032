import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { expect, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { startFacebook } from '../../../../lib/local/platforms/facebook.ts';
import { readBody } from '../../../../lib/local/platforms/http-body.ts';
import type { Simulator } from '../../../../lib/local/platforms/simulator.ts';
import { APP_SECRET, NOON, OTHER_PAGE, PAGE } from './facebook-accounts.ts';

export { APP_SECRET, NOON, OTHER_PAGE, PAGE };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Waits for something that the simulator does by and by; the time is only there to fail in the end. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 20 });

const BASE = '/_local/outside/facebook';
const Envelope = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: z.string(),
      time: z.number(),
      changes: z.optional(z.array(z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) }))),
      messaging: z.optional(z.array(z.record(z.string(), z.unknown()))),
    }),
  ),
});

/** A POST that the receiving desk got; its signature was right. */
export interface Delivery {
  bytes: string;
  body: z.infer<typeof Envelope>;
  headers: IncomingMessage['headers'];
}

/** A desk that checks signatures, keeps what it gets and answers `status()`. */
export interface Desk {
  url: string;
  deliveries: Delivery[];
  /** Every feed value and every messaging element, in the order in which they came. */
  events(): Record<string, unknown>[];
  status: () => number | Promise<number>;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

export async function startDesk(): Promise<Desk> {
  const deliveries: Delivery[] = [];
  const desk: Desk = {
    url: '',
    deliveries,
    events: () =>
      deliveries.flatMap(({ body }) =>
        body.entry.flatMap(({ changes = [], messaging = [] }) => [
          ...changes.map(({ value }) => value),
          ...messaging,
        ]),
      ),
    status: () => 200,
  };
  desk.url = await listen(async (request, response) => {
    const bytes = await readBody(request);
    const expected = `sha256=${createHmac('sha256', APP_SECRET).update(bytes).digest('hex')}`;
    const status = request.headers['x-hub-signature-256'] === expected ? await desk.status() : 403;
    if (status === 200) {
      const text = bytes.toString();
      deliveries.push({ bytes: text, body: Envelope.parse(JSON.parse(text)), headers: request.headers });
    }
    response.writeHead(status).end();
  });
  return desk;
}

/** The simulator with a clock that a test moves, and the two sides from which it is spoken to. */
export interface Facebook {
  simulator: Simulator;
  clock: { now: number };
  outsideUrl: string;
  /** A Graph API call with the page's token; `path` is what follows the version. */
  graph(
    method: string,
    path: string,
    body?: object,
    token?: string,
  ): Promise<{ status: number; body: unknown }>;
  /** Does something as a person; gives the ids that were made. */
  act(action: string, body: object): Promise<Record<string, unknown>>;
}

export async function startWorld(
  options: { webhookUrl?: string; file?: string; clock?: { now: number } } = {},
): Promise<Facebook> {
  const clock = options.clock ?? { now: NOON };
  const simulator = await startFacebook({
    file: options.file ?? ':memory:',
    port: 0,
    webhookUrl: options.webhookUrl ?? 'http://127.0.0.1:9/nobody-listens',
    appSecret: APP_SECRET,
    accounts: [PAGE, OTHER_PAGE],
    now: () => clock.now,
  });
  let open = true;
  const close = async () => {
    if (open) await simulator.close();
    open = false;
  };
  onTestFinished(close);
  const outsideUrl = await listen(async (request, response) => {
    const path = (request.url ?? '').slice(BASE.length);
    if (!(await simulator.outside(request, response, path))) response.writeHead(404).end();
  });
  return {
    simulator: { ...simulator, close },
    clock,
    outsideUrl: outsideUrl + BASE,
    async graph(method, path, body, token = PAGE.token) {
      const response = await fetch(`${simulator.url}/v26.0/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    async act(action, body) {
      const response = await fetch(`${outsideUrl}${BASE}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const made = z.record(z.string(), z.unknown()).parse(await response.json());
      expect(response.status, JSON.stringify(made)).toBe(200);
      return made;
    },
  };
}

const Text = z.string();

/** A field of an answer that must be a text, such as an id. */
export function textOf(body: unknown, field: string): string {
  return Text.parse(z.record(z.string(), z.unknown()).parse(body)[field]);
}

/** The code and subcode of an error answer, as `10-2018278`; or `ok`. */
export function verdict(answer: { body: unknown }): string {
  const Failure = z.object({ error: z.object({ code: z.number(), error_subcode: z.optional(z.number()) }) });
  const failure = Failure.safeParse(answer.body);
  if (!failure.success) return 'ok';
  const { code, error_subcode } = failure.data.error;
  return error_subcode === undefined ? String(code) : `${code}-${error_subcode}`;
}

const State = z.object({
  pendingDeliveries: z.number(),
  pages: z.array(z.looseObject({ id: z.string(), subscribed: z.boolean() })),
  people: z.array(
    z.looseObject({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      pages: z.array(z.object({ pageId: z.string(), psid: z.string() })),
    }),
  ),
  posts: z.array(z.looseObject({ id: z.string(), pageId: z.string(), authorId: z.string() })),
  comments: z.array(z.looseObject({ id: z.string(), message: z.nullable(z.string()), hidden: z.boolean() })),
  messages: z.array(z.looseObject({ mid: z.string(), text: z.nullable(z.string()), fromPage: z.boolean() })),
});

export async function readState(facebook: Facebook): Promise<z.infer<typeof State>> {
  return State.parse(await (await fetch(`${facebook.outsideUrl}/state`)).json());
}

/** The newest post of our page from before the desk was connected. */
export async function firstPost(facebook: Facebook): Promise<string> {
  const { posts } = await readState(facebook);
  return posts.find(({ pageId }) => pageId === PAGE.id)?.id ?? '';
}

/** How our page, or the other one, knows a person. */
export async function psidOf(facebook: Facebook, key: string, pageId = PAGE.id): Promise<string> {
  const { people } = await readState(facebook);
  const person = people.find((one) => one.key === key);
  return person?.pages.find((page) => page.pageId === pageId)?.psid ?? '';
}
