import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import type { Access, Order } from '../../../functions/channels/sending.ts';
import { readBody } from '../../../lib/local/platforms/http-body.ts';
import type { XSettings, XSimulator } from '../../../lib/local/platforms/x/settings.ts';
import { startX } from '../../../lib/local/platforms/x.ts';

/** 2026-11-20T10:15:00Z. */
export const MORNING = 1_795_169_700_000;
export const BRAND = '1800000000000000001';

/** People whom the simulator knows from the start; Liam takes no private messages. */
export const INES = '1900000000000000011';
export const TOMAS = '1900000000000000012';
export const LIAM = '1900000000000000016';

const OUTSIDE = '/_local/outside/x';
const Made = z.object({ id: z.string() });
const State = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      authorId: z.string(),
      text: z.string(),
      replyTo: z.optional(z.string()),
      media: z.array(z.string()),
      hidden: z.boolean(),
    }),
  ),
  messages: z.array(
    z.object({ id: z.string(), senderId: z.string(), text: z.string(), media: z.array(z.string()) }),
  ),
});
type State = z.infer<typeof State>;

/** A simulated X that the desk may speak to, with both of its sides. */
export interface XWorld {
  simulator: XSimulator;
  clock: { now: number };
  /** Bodies of the webhooks that X sent, parsed. */
  deliveries: unknown[];
  /** How to reach it as the brand; each call signs with words of its own. */
  access(more?: Partial<Access>): Access;
  /** Does something as a person; gives the id of what it made. */
  act(method: string, path: string, body: object): Promise<string>;
  /** A post by a person, which names the brand unless it is told otherwise. */
  post(person: string, text?: string, more?: object): Promise<string>;
  state(): Promise<State>;
  /** What the brand posted, oldest first, without what the world began with. */
  posted(): Promise<State['posts']>;
}

/** Starts a world that lasts as long as the test; it sends webhooks when it is `registered`. */
export async function startWorld(settings: Partial<XSettings> = {}): Promise<XWorld> {
  const clock = { now: MORNING };
  const deliveries: unknown[] = [];
  const webhookUrl = await listen(async (request, response) => {
    // A challenge that fails for now leaves the webhook as it is.
    if (request.method !== 'POST') return void response.writeHead(503).end();
    deliveries.push(JSON.parse((await readBody(request)).toString('utf8')));
    response.end();
  });
  const account = {
    id: BRAND,
    name: 'Larkspur Supply',
    handle: 'larkspursupply',
    token: 'token',
    tokenSecret: 'hush',
  };
  const simulator = await startX({
    ...{ file: ':memory:', port: 0, webhookUrl, appSecret: 'consumer-secret', consumerKey: 'consumer-key' },
    ...{ accounts: [account], now: () => clock.now, settings: { registered: false, ...settings } },
  });
  onTestFinished(() => simulator.close());
  const outside = await listen(async (request, response) => {
    const path = (request.url ?? '').slice(OUTSIDE.length);
    if (!(await simulator.outside(request, response, path))) response.writeHead(404).end('{}');
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${outside}${OUTSIDE}/${path}`, { method, ...init });
    return response.json();
  };
  const act: XWorld['act'] = async (method, path, body) =>
    Made.safeParse(await ask(method, path, body)).data?.id ?? '';
  const state = async () => State.parse(await ask('GET', 'state'));
  const began = new Set((await state()).posts.map(({ id }) => id));
  return {
    ...{ simulator, clock, deliveries, act, state },
    access: accessTo(simulator.url, clock),
    post: (person, text = '@larkspursupply where is it?', more = {}) =>
      act('POST', 'posts', { person, text, ...more }),
    async posted() {
      const { posts } = await state();
      return posts.filter(({ id, authorId }) => authorId === BRAND && !began.has(id)).reverse();
    },
  };
}

function accessTo(apiUrl: string, clock: { now: number }): XWorld['access'] {
  let count = 0;
  return (more) => {
    count += 1;
    const accounts = { [BRAND]: { token: 'token', tokenSecret: 'hush' } };
    const secret = { signingKeys: ['consumer-secret'], consumerKey: 'consumer-key', accounts };
    return { secret, accountId: BRAND, apiUrl, fetch, now: clock.now, nonce: `nonce${count}n`, ...more };
  };
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

/** A public answer, but for what is said otherwise. */
export function answerTo(inReplyTo: string | undefined, more: Partial<Order> = {}): Order {
  const base = { messageId: 'c1.m1', visibility: 'public', personId: INES, human: true } as const;
  return { ...base, media: [], text: 'Sorry! We look into it.', inReplyTo, ...more };
}

/** A private message to Ines, but for what is said otherwise. */
export function messageTo(personId: string, more: Partial<Order> = {}): Order {
  return answerTo(undefined, { visibility: 'private', personId, ...more });
}
